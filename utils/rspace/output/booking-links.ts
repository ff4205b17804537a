import type { BookingRow } from '../../bookings/booking.ts';
import { bookingCell } from './booking-cell.ts';
import { inertDocument, linkTo } from './cell.ts';
import type { OutputOptions } from './table.ts';

/** One thing to name in a text, with the page that it leads to. */
interface NamedPage {
  dataset: Record<string, string>;
  text: string;
  page: string | null;
}

/** @returns names with their links, for the running text; what has no page is text. */
export function namedPages(pages: readonly NamedPage[], options: OutputOptions): HTMLElement {
  const inert = inertDocument();
  const run = inert.createElement('span');
  run.dataset.caliraInsertion = options.marker;
  run.dataset.caliraRetrieved = new Date(options.retrievedAt).toISOString();
  for (const { dataset, text, page } of pages) {
    if (run.hasChildNodes()) run.append(', ');
    const node = linkTo(page, text, inert);
    if (node instanceof HTMLElement) Object.assign(node.dataset, dataset);
    run.append(node);
  }
  return run;
}

/** @returns bookings as links in the running text: which equipment and when, leading to the booking. */
export function bookingLinks(rows: readonly BookingRow[], options: OutputOptions): HTMLElement {
  const pages = rows.map((row) => ({
    dataset: { caliraBooking: row.id },
    text: [
      bookingCell(row, 'equipment', options.language).text || row.id,
      bookingCell(row, 'start', options.language).text,
    ].join(', '),
    page: row.links.booking,
  }));
  return namedPages(pages, options);
}

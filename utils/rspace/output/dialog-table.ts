/** Tables of RSpace's own Calira dialog: their headings, and the form in which it writes times, durations and statuses. */
import type { BookingRow } from '../../bookings/booking.ts';
import { statusTone } from '../../bookings/status.ts';
import { durationOf } from '../../bookings/time.ts';
import { nameText } from './booking-cell.ts';
import { comparable } from './text-hash.ts';

type DialogColumn = 'start' | 'duration' | 'status';

const columns = new Map<string, DialogColumn>([
  ['start time', 'start'],
  ['duration (mins)', 'duration'],
  ['status', 'status'],
]);

/** @returns whether a text may be what the dialog wrote: it is in its form. */
function isDialogText(column: DialogColumn, text: string): boolean {
  switch (column) {
    case 'start':
      return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text);
    case 'duration':
      return /^\d+$/.test(text);
    case 'status':
      return statusTone(text) !== 'plain';
  }
}

/** @returns what the dialog would write of a booking; its times are the lab's, without their zone. */
export function dialogText(column: DialogColumn, row: BookingRow): string {
  switch (column) {
    case 'start':
      return `${row.start.slice(0, 10)} ${row.start.slice(11, 16)}:${/^:(\d\d)/.exec(row.start.slice(16))?.[1] ?? '00'}`;
    case 'duration':
      return String(durationOf(row, row.details?.duration));
    case 'status':
      return nameText(row.status);
  }
}

interface DialogRow {
  booking: string;
  element: HTMLTableRowElement;
  cells: { column: DialogColumn; element: HTMLTableCellElement; own: boolean }[];
}

/** @returns the bookings of a table, by the links in its first column; what is missing where they cannot be told. */
export function dialogRows(table: HTMLTableElement): DialogRow[] | 'noHeader' | 'other' {
  const [header, ...lines] = table.rows;
  const named = lines.flatMap((line) => {
    const booking = [...line.cells].flatMap((cell) => linkedBooking(cell) ?? [])[0];
    return booking ? [{ booking, element: line }] : [];
  });
  if (!header || (named.length === 0 && !linkedBooking(header))) return 'other';
  const headings = [...header.cells].map(({ textContent }) => comparable(textContent).toLowerCase());
  if (headings.includes('equipment id')) return 'other';
  if (!headings.includes('booking id')) return 'noHeader';
  return named.map(({ booking, element }) => ({
    booking,
    element,
    cells: headings.flatMap((heading, index) => {
      const column = columns.get(heading);
      const cell = element.cells[index];
      if (!column || !cell) return [];
      return [{ column, element: cell, own: !isDialogText(column, comparable(cell.textContent)) }];
    }),
  }));
}

/** @returns the id of the booking that a link leads to. */
function linkedBooking(within: Element): string | null {
  const href = within.querySelector('a[href]')?.getAttribute('href') ?? '';
  return /\/accounts\/[^/]+\/my_bookings\/([\w-]{1,64})\/?$/.exec(href)?.[1] ?? null;
}

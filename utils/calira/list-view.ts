import type { BookingRow, BookingSummary } from '../bookings/booking.ts';
import type { BookingCache } from './booking-cache.ts';
import type { LabChoice } from './lab-choice.ts';
import { bookingLink, equipmentLink } from './links.ts';

/** How bookings are judged, shown and kept under a choice of labs. */
export interface ListView extends ReturnType<BookingCache['under']> {
  choice: LabChoice;
  /** @returns the rows of those bookings that may appear. */
  rows(summaries: Iterable<BookingSummary>): BookingRow[];
}

/** @param web Calira's web address, with its trailing slash. */
export function listView(cache: BookingCache, choice: LabChoice, web: string): ListView {
  const links = {
    booking: (labId: string, id: string) => bookingLink(web, labId, id),
    equipment: (labId: string, id: string) => equipmentLink(web, labId, id),
  };
  const view = cache.under(choice);
  return {
    ...view,
    choice,
    rows: (summaries) =>
      [...summaries].filter((one) => view.verdict(one) === 'mayAppear').map((one) => view.row(one, links)),
  };
}

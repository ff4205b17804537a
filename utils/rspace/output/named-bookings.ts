import type { BookingRow } from '../../bookings/booking.ts';

/** What was inserted from here: a row, an item of a list, a link in the running text. */
const inserted = '[data-calira-booking]';
/** A link to a booking, whoever made it. */
const linked = 'a[href*="/my_bookings/"]';
/** Equipment has links to its last bookings, of which it does not tell. */
const equipment = '[data-calira-equipment]';

/** A query, a fragment and a last slash change nothing about which page it is. */
const pageOf = (address: string) => address.replace(/\/?([?#].*)?$/, '');

/** @returns how bookings are named in a part of a document: by their ids and by the addresses of their pages. */
export function namesOfBookings(part: ParentNode): string[] {
  const ids = [...part.querySelectorAll<HTMLElement>(inserted)].map(({ dataset }) => dataset.caliraBooking);
  const links = [...part.querySelectorAll<HTMLAnchorElement>(linked)].filter(
    (link) => !link.closest(equipment),
  );
  return [...ids, ...links.map(({ href }) => pageOf(href))].flatMap((name) => name || []);
}

/**
 * @returns whether a booking is among these names. A link has to be the very address that the background has made for it:
 *   the same path on another host, or with another lab's id, is another page.
 */
export function isNamed({ id, links }: BookingRow, names: ReadonlySet<string>): boolean {
  return names.has(id) || (links.booking !== null && names.has(pageOf(links.booking)));
}

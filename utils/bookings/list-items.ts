import type { BookingRow } from './booking.ts';
import { dayOfRow } from './row-times.ts';

/** One line of the list: the heading of a day, or a booking (under it, where there are headings). */
export type ListItem = { kind: 'day'; day: string } | { kind: 'booking'; day: string; row: BookingRow };

/**
 * Groups rows, which are in order already, under the person's own calendar days: labs in other zones would
 * otherwise send the headings back and forth.
 *
 * @param headings whether there are headings: they make sense only where the rows are in the order of their starts.
 */
export function listItems(rows: readonly BookingRow[], ownZone: string, headings = true): ListItem[] {
  const items: ListItem[] = [];
  let last = '';
  for (const row of rows) {
    const day = dayOfRow(row, ownZone);
    if (headings && day !== last) items.push({ kind: 'day', day });
    last = day;
    items.push({ kind: 'booking', day, row });
  }
  return items;
}

/**
 * @param descending whether the newest comes first.
 * @returns where today begins: at its heading, or where it would stand; -1 if that is behind everything.
 */
export function indexOfToday(items: readonly ListItem[], today: string, descending = true): number {
  return items.findIndex((item) => (descending ? item.day <= today : item.day >= today));
}

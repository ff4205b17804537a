import type { BookingRow } from './booking.ts';
import { dayOf } from './time.ts';

/** One line of the list: the heading of a day, or a booking under it. */
export type ListItem = { kind: 'day'; day: string } | { kind: 'booking'; day: string; row: BookingRow };

/**
 * Groups rows, which are in order already, under the person's own calendar days: labs in other zones would
 * otherwise send the headings back and forth.
 */
export function listItems(rows: readonly BookingRow[], ownZone: string): ListItem[] {
  const items: ListItem[] = [];
  let last = '';
  for (const row of rows) {
    const day = dayOf(row.start, ownZone);
    if (day !== last) items.push({ kind: 'day', day });
    last = day;
    items.push({ kind: 'booking', day, row });
  }
  return items;
}

/** @returns where today begins in a list that is newest first: at its heading, or where it would stand; -1 if everything is to come. */
export function indexOfToday(items: readonly ListItem[], today: string): number {
  return items.findIndex((item) => item.kind === 'day' && item.day <= today);
}

import type { BookingRow } from './booking.ts';
import type { DayRange } from './days.ts';
import { addDays, startOfDay } from './days.ts';
import { timesOf } from './row-times.ts';

/** @returns the last booking before a span of days and the first one after it, for whoever finds nothing within. */
export function neighboursOf(
  rows: Iterable<BookingRow>,
  { from, to }: DayRange,
  zone: string,
): { previous: BookingRow | null; next: BookingRow | null } {
  const begin = from === null ? Number.NEGATIVE_INFINITY : startOfDay(from, zone);
  const end = to === null ? Number.POSITIVE_INFINITY : startOfDay(addDays(to, 1), zone);
  let previous: BookingRow | null = null;
  let next: BookingRow | null = null;
  for (const row of rows) {
    const { start } = timesOf(row);
    if (start < begin && (!previous || start > timesOf(previous).start)) previous = row;
    if (start >= end && (!next || start < timesOf(next).start)) next = row;
  }
  return { previous, next };
}

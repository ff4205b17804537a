import type { BookingRow } from './booking.ts';
import { addDays, startOfDay } from './days.ts';
import type { Criteria } from './find.ts';
import { findBookings } from './find.ts';
import { timesOf } from './row-times.ts';

/**
 * @param now in milliseconds since the epoch.
 * @param zone the person's own time zone.
 * @returns of what was asked for, whatever its day, the last booking before the days that were asked for and the first
 *   one after them: for whoever finds nothing within.
 */
export function neighboursOf(
  rows: Iterable<BookingRow>,
  criteria: Criteria,
  now: number,
  zone: string,
): { previous: BookingRow | null; next: BookingRow | null } {
  const { from, to } = criteria.days;
  const onAnyDay = { ...criteria, days: { from: null, to: null } };
  const begin = from === null ? Number.NEGATIVE_INFINITY : startOfDay(from, zone);
  const end = to === null ? Number.POSITIVE_INFINITY : startOfDay(addDays(to, 1), zone);
  let previous: BookingRow | null = null;
  let next: BookingRow | null = null;
  for (const row of findBookings(rows, onAnyDay, now, zone).rows) {
    const { start } = timesOf(row);
    if (start < begin && (!previous || start > timesOf(previous).start)) previous = row;
    if (start >= end && (!next || start < timesOf(next).start)) next = row;
  }
  return { previous, next };
}

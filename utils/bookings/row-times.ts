import type { BookingRow } from './booking.ts';
import { dayOf } from './time.ts';

export interface RowTimes {
  /** Milliseconds since the epoch. */
  start: number;
  end: number;
}

/** Rows never change, they are replaced: what follows from one is computed once. */
const known = new WeakMap<BookingRow, RowTimes>();
const days = new WeakMap<BookingRow, { zone: string; day: string }>();

/** @returns the instants of a booking. */
export function timesOf(row: BookingRow): RowTimes {
  const times = known.get(row) ?? { start: Date.parse(row.start), end: Date.parse(row.end) };
  known.set(row, times);
  return times;
}

/** @returns the calendar day on which a booking starts in a zone. */
export function dayOfRow(row: BookingRow, zone: string): string {
  const before = days.get(row);
  if (before?.zone === zone) return before.day;
  const day = dayOf(row.start, zone);
  days.set(row, { zone, day });
  return day;
}

import type { BookingRow } from './booking.ts';

/** @returns the rows by their start, newest first; those that start together by id, so that the order is stable. */
export function newestFirst(rows: Iterable<BookingRow>): BookingRow[] {
  return [...rows]
    .map((row) => ({ row, start: Date.parse(row.start) }))
    .sort((a, b) => b.start - a.start || (a.row.id < b.row.id ? 1 : -1))
    .map(({ row }) => row);
}

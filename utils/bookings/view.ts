import type { BookingRow } from './booking.ts';
import { timesOf } from './row-times.ts';
import { isCalledOff, isCompleted } from './status.ts';

/** The views of RSpace's own dialog, in its order. */
export const views = ['booked', 'bookedAndCompleted', 'bookedEquipment'] as const;
export type View = (typeof views)[number];

/**
 * Whether a booking belongs to a view. `booked`: still to come or going on. `bookedAndCompleted`: everything but what
 * was called off, so a past booking that is still called *Booked* and a status that nobody has seen yet are in it.
 * `bookedEquipment`: what took place, of which {@link latestOfEach} keeps the latest.
 */
export function isInView(row: BookingRow, view: View, now: number): boolean {
  if (isCalledOff(row.status)) return false;
  if (view === 'bookedAndCompleted') return true;
  if (view === 'bookedEquipment') return isCompleted(row.status) && row.equipment !== null;
  return !isCompleted(row.status) && timesOf(row).end > now;
}

/** @returns of each piece of equipment the booking that started last. */
export function latestOfEach(rows: Iterable<BookingRow>): BookingRow[] {
  const latest = new Map<string, BookingRow>();
  for (const row of rows) {
    if (!row.equipment) continue;
    const known = latest.get(row.equipment.id);
    if (!known || timesOf(row).start > timesOf(known).start) latest.set(row.equipment.id, row);
  }
  return [...latest.values()];
}

import type { BookingRow } from './booking.ts';
import { timesOf } from './row-times.ts';
import { compareIds } from './sort.ts';
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
  if (view === 'bookedEquipment') return isUse(row);
  return !isCompleted(row.status) && timesOf(row).end > now;
}

/**
 * @returns whether a booking was a use of its equipment: *Completed* is Calira's word for it, also where it was completed
 *   ahead of its time.
 */
export function isUse({ status, equipment }: BookingRow): boolean {
  return isCompleted(status) && equipment !== null;
}

/** @returns of each piece of equipment the booking that starts last; of several at once, the one with the higher id. */
export function latestOfEach(rows: Iterable<BookingRow>): BookingRow[] {
  const latest = new Map<string, BookingRow>();
  for (const row of rows) {
    if (!row.equipment) continue;
    const known = latest.get(row.equipment.id);
    if (!known || isLater(row, known)) latest.set(row.equipment.id, row);
  }
  return [...latest.values()];
}

function isLater(row: BookingRow, than: BookingRow): boolean {
  return (timesOf(row).start - timesOf(than).start || compareIds(row.id, than.id)) > 0;
}

/** Which bookings somebody wants to see, and which of them have to be looked at more closely to tell. */
import type { BookingRow, Named } from './booking.ts';
import type { DayRange } from './days.ts';
import { addDays, startOfDay } from './days.ts';
import { timesOf } from './row-times.ts';
import type { Match } from './search.ts';
import { matchesWords, searchWords } from './search.ts';
import type { View } from './view.ts';
import { isInView } from './view.ts';

export interface Criteria {
  view: View;
  search: string;
  maintenanceOnly: boolean;
  /** The lab that provides the equipment. */
  lab: Named | null;
  equipment: Named | null;
  /** The requester's name. Calira's three scopes tell nobody who they are, so people pick their own. */
  bookedBy: string | null;
  /** Days in `zone`. A booking is in the span as soon as a part of it is. */
  days: DayRange;
}

export interface Found {
  /** What was asked for, in the order in which it came. */
  rows: BookingRow[];
  /** Bookings of which only their details can tell: neither matches nor excluded. */
  unchecked: BookingRow[];
  /** How many bookings the view and the filters leave that need no details. */
  candidates: number;
}

const same = (known: string | undefined | null, wanted: string): Match =>
  known ? (known === wanted ? 'yes' : 'no') : 'unknown';

/** @returns whether a booking is for the upkeep of the equipment; unknown until its details have been read. */
export function isMaintenance({ details }: BookingRow): Match {
  if (!details) return 'unknown';
  return details.type?.trim().toLowerCase() === 'maintenance' ? 'yes' : 'no';
}

/** With its details, everything about a booking is known: what they do not name is not there. */
const settled = (match: Match, { details }: BookingRow): Match =>
  match === 'unknown' && details ? 'no' : match;

const both = (one: Match, other: Match): Match =>
  one === 'no' || other === 'no' ? 'no' : one === 'yes' ? other : 'unknown';

/**
 * @param now in milliseconds since the epoch.
 * @param zone the person's own time zone.
 */
export function findBookings(
  rows: Iterable<BookingRow>,
  criteria: Criteria,
  now: number,
  zone: string,
): Found {
  const { view, lab, equipment, bookedBy, maintenanceOnly } = criteria;
  const words = searchWords(criteria.search);
  const { from, to } = criteria.days;
  const begin = from === null ? Number.NEGATIVE_INFINITY : startOfDay(from, zone);
  const end = to === null ? Number.POSITIVE_INFINITY : startOfDay(addDays(to, 1), zone);

  /** What the list of bookings and the lists of equipment tell. */
  const atOnce = (row: BookingRow): Match =>
    both(
      lab ? settled(same(row.lab?.id, lab.id), row) : 'yes',
      equipment ? settled(same(row.equipment?.id, equipment.id), row) : 'yes',
    );
  /** What needs details, at least where it is not found without. */
  const closely = (row: BookingRow): Match =>
    both(
      both(
        words.length > 0 ? matchesWords(row, words) : 'yes',
        bookedBy ? settled(same(row.details?.requester, bookedBy), row) : 'yes',
      ),
      maintenanceOnly ? isMaintenance(row) : 'yes',
    );

  const found: BookingRow[] = [];
  const unchecked: BookingRow[] = [];
  let candidates = 0;
  for (const row of rows) {
    const times = timesOf(row);
    const touches = times.start < end && (times.end > begin || times.start >= begin);
    if (!touches || !isInView(row, view, now)) continue;
    const first = atOnce(row);
    if (first === 'no') continue;
    candidates += 1;
    const match = both(first, closely(row));
    if (match !== 'no') (match === 'yes' ? found : unchecked).push(row);
  }
  return { rows: found, unchecked, candidates };
}

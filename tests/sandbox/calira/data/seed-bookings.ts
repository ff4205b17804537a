import {
  addOnsFor,
  blanksFor,
  costFor,
  durationFor,
  noteFor,
  requesterFor,
  startFor,
  statusFor,
  typeFor,
} from './booking-facts.ts';
import { FIXED_BOOKINGS, type FixedBooking } from './fixed-bookings.ts';
import { chance, integer, pick, type Random } from './random.ts';
import type { Account, Booking, Equipment, Person } from './records.ts';
import { zonedInstant, zonedWeekday } from './zoned-time.ts';

const MINUTE = 60_000;
const SPREAD_DAYS = 90;

export interface BookingSeed {
  random: Random;
  now: number;
  lab: Account;
  equipment: readonly Equipment[];
  people: readonly Person[];
  count: number;
  nextId: () => number;
}

/** The bookings of one lab's equipment: those that tests rely on, then others at working hours of ±90 days. */
export const seedBookings = (seed: BookingSeed): Booking[] => {
  const { lab, count, equipment } = seed;
  if (equipment.length === 0) return [];
  const fixed = FIXED_BOOKINGS.filter((booking) => booking.lab === lab.name).slice(0, count);
  const taken = new Map<string, [number, number][]>();
  const rest = Array.from({ length: count - fixed.length }, () => anyBooking(seed, taken));
  return [...fixed.map((spec) => fixedBooking(seed, spec)), ...rest];
};

const booking = (
  { random, now, lab, people, nextId }: BookingSeed,
  equipment: Equipment,
  start: number,
  minutes: number,
  given: Partial<Booking>,
): Booking => {
  const end = start + minutes * MINUTE;
  const type = given.type ?? typeFor(random);
  const requester =
    given.requester === undefined ? requesterFor(random, type, lab.id, people) : given.requester;
  const moment = end <= now ? 'past' : start <= now ? 'present' : 'future';
  const asked = start - integer(random, 60, 30 * 24 * 60) * MINUTE;
  return {
    id: given.id ?? nextId(),
    equipmentId: equipment.id,
    providerLabId: lab.id,
    requesterLabId: requester?.labId ?? null,
    requester,
    start,
    end,
    status:
      given.status ?? (type === 'maintenance' && moment === 'future' ? 'Booked' : statusFor(random, moment)),
    type,
    note: given.note === undefined ? noteFor(random, type) : given.note,
    cost: costFor(random),
    requestedAt: chance(random, 0.04) ? null : Math.min(asked, now - MINUTE),
    addOns: addOnsFor(random),
    blank: given.blank ?? blanksFor(random),
  };
};

const fixedBooking = (seed: BookingSeed, spec: FixedBooking): Booking => {
  const { now, lab, people, equipment } = seed;
  const piece = equipment[spec.instrument % equipment.length] ?? pick(seed.random, equipment);
  const requester = people.find((person) => person.name === spec.requester);
  const start =
    spec.at === 'now'
      ? Math.floor(now / (15 * MINUTE)) * 15 * MINUTE - 45 * MINUTE
      : zonedInstant(now, lab.timezone, spec.at.days, spec.at.minutes);
  const one = booking(seed, piece, start, spec.duration, {
    ...(spec.id === undefined ? {} : { id: spec.id }),
    ...(spec.status === undefined ? {} : { status: spec.status }),
    type: spec.type ?? 'internal',
    note: spec.note ?? null,
    requester: requester ?? null,
    blank: [],
  });
  // What is random about it depends on the day, and nothing that is written down may.
  return { ...one, cost: '0.0' };
};

const anyBooking = (seed: BookingSeed, taken: Map<string, [number, number][]>): Booking => {
  const { random, now, lab } = seed;
  // A few tries for a free slot of that instrument on a weekday; in a crowded facility the last one stands.
  for (let attempt = 1; ; attempt += 1) {
    const piece = pick(random, seed.equipment);
    const days = integer(random, -SPREAD_DAYS, SPREAD_DAYS);
    const start = zonedInstant(now, lab.timezone, days, startFor(random));
    const minutes = durationFor(random);
    const end = start + minutes * MINUTE;
    const slots = taken.get(`${piece.id} ${days}`) ?? [];
    const weekend = zonedWeekday(start, lab.timezone) % 6 === 0 && chance(random, 0.85);
    const overlaps = slots.some(([from, to]) => start < to && from < end);
    if ((weekend || overlaps) && attempt < 6) continue;
    taken.set(`${piece.id} ${days}`, [...slots, [start, end]]);
    return booking(seed, piece, start, minutes, {});
  }
};

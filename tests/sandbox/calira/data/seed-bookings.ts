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
import { chance, integer, pick, type Random } from './random.ts';
import type { Account, Booking, Equipment, Person } from './records.ts';
import { type Specimen, type SpecimenName, specimensOf } from './specimens.ts';
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

export interface SeededBookings {
  bookings: Booking[];
  /** Those of the bookings that have a name. */
  specimens: [SpecimenName, Booking][];
}

/** The bookings of one lab's equipment: its specimens, then others at working hours of ±90 days. */
export const seedBookings = (seed: BookingSeed): SeededBookings => {
  const { lab, count, equipment } = seed;
  if (equipment.length === 0) return { bookings: [], specimens: [] };
  const specimens = specimensOf(lab.name)
    .slice(0, count)
    .map(([name, specimen]): [SpecimenName, Booking] => [name, specimenBooking(seed, specimen)]);
  const calendar = new Calendar(count);
  const rest = Array.from({ length: count - specimens.length }, () => anyBooking(seed, calendar));
  return { bookings: [...specimens.map(([, booking]) => booking), ...rest], specimens };
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

const specimenBooking = (seed: BookingSeed, specimen: Specimen): Booking => {
  const { now, lab, people, equipment } = seed;
  // A Calira with less equipment than usual books what there is.
  const piece = equipment.find(({ name }) => name === specimen.instrument) ?? pick(seed.random, equipment);
  const requester = people.find(({ name }) => name === specimen.requester);
  const start =
    specimen.at === 'now'
      ? Math.floor(now / (15 * MINUTE)) * 15 * MINUTE - 45 * MINUTE
      : zonedInstant(now, lab.timezone, specimen.at.days, specimen.at.minutes);
  const one = booking(seed, piece, start, specimen.duration, {
    id: specimen.id,
    status: specimen.status,
    type: specimen.type ?? 'internal',
    note: specimen.note ?? null,
    requester: requester ?? null,
    blank: [],
  });
  // What is random about it depends on the day, and nothing that is written down may.
  return { ...one, cost: '0.0', addOns: [] };
};

/** Which days and hours of a lab's instruments are taken. */
class Calendar {
  private readonly slots = new Map<string, [start: number, end: number][]>();
  /** So few that today's specimens stand close together in the list. */
  private leftToday: number;

  /** @param count how many bookings the lab has in all. */
  constructor(count: number) {
    this.leftToday = Math.max(2, Math.ceil(count / SPREAD_DAYS));
  }

  /** @returns a day within the spread, counted from today. */
  anyDay(random: Random): number {
    for (;;) {
      const days = integer(random, -SPREAD_DAYS, SPREAD_DAYS);
      if (days !== 0 || this.leftToday > 0) return days;
    }
  }

  isFree(equipmentId: number, days: number, start: number, end: number): boolean {
    const slots = this.slots.get(`${equipmentId} ${days}`) ?? [];
    return slots.every(([from, to]) => end <= from || to <= start);
  }

  take(equipmentId: number, days: number, start: number, end: number): void {
    const key = `${equipmentId} ${days}`;
    this.slots.set(key, [...(this.slots.get(key) ?? []), [start, end]]);
    if (days === 0) this.leftToday -= 1;
  }
}

const anyBooking = (seed: BookingSeed, calendar: Calendar): Booking => {
  const { random, now, lab } = seed;
  // A few tries for a free slot of that instrument on a weekday; in a crowded facility the last one stands.
  for (let attempt = 1; ; attempt += 1) {
    const piece = pick(random, seed.equipment);
    const days = calendar.anyDay(random);
    const start = zonedInstant(now, lab.timezone, days, startFor(random));
    const minutes = durationFor(random);
    const end = start + minutes * MINUTE;
    const weekend = zonedWeekday(start, lab.timezone) % 6 === 0 && chance(random, 0.85);
    if ((weekend || !calendar.isFree(piece.id, days, start, end)) && attempt < 6) continue;
    calendar.take(piece.id, days, start, end);
    return booking(seed, piece, start, minutes, {});
  }
};

import type { Facility } from './facilities.ts';
import { stream } from './random.ts';
import type { CaliraData } from './records.ts';
import { labAccount } from './seed-accounts.ts';
import { seedBookings } from './seed-bookings.ts';

export interface NewLab {
  name: string;
  /** IANA name; Europe/London where not given. */
  timezone?: string;
  parent?: Facility['parent'];
  /** Names of its instruments; one where not given. */
  equipment?: readonly string[];
  /** How many bookings of its instruments; 5 where not given. */
  bookings?: number;
}

/** Adds a lab with instruments and bookings to the data (now in ms) and answers its id. */
export const addLab = (data: CaliraData, lab: NewLab, seed: number, now: number): number => {
  const next = (ids: Iterable<number>, floor: number) => Math.max(floor, ...ids) + 1;
  const id = next(data.accounts.keys(), 5000);
  const { name, timezone = 'Europe/London', parent = null, bookings = 5 } = lab;
  const instruments = (lab.equipment ?? [`${name} instrument`]).map(
    (title) => [title, 'Northgate', 'One', 'Instruments'] as const,
  );
  const place = { city: 'London', country: 'United Kingdom', currency: 'GBP' };
  const account = labAccount({
    ...place,
    id,
    name,
    timezone,
    parent,
    bookings,
    instruments,
  });
  data.accounts.set(id, account);

  let equipmentId = next(data.equipment.keys(), 0);
  const equipment = instruments.map(([title, manufacturer, model, category]) => ({
    id: equipmentId++,
    labId: id,
    name: title,
    description: null,
    room: null,
    availability: 'available',
    manufacturer,
    model,
    legacyModelKey: false,
    category,
    contact: null,
  }));
  for (const piece of equipment) data.equipment.set(piece.id, piece);

  let bookingId =
    data.bookings.size === 0 ? 4_500_000 : [...data.bookings.keys()].reduce((a, b) => Math.max(a, b));
  const nextId = () => {
    bookingId += 1;
    return bookingId;
  };
  const random = stream(seed, `bookings of ${id}`);
  const people = data.people;
  const seeded = seedBookings({
    random,
    now,
    lab: account,
    equipment,
    people,
    count: bookings,
    nextId,
  });
  for (const booking of seeded.bookings) data.bookings.set(booking.id, booking);
  return id;
};

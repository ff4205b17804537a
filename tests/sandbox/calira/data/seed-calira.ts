import type { Facility } from './facilities.ts';
import { FACILITIES } from './facilities.ts';
import { seedPeople } from './people.ts';
import { integer, shuffled, stream } from './random.ts';
import type { CaliraData } from './records.ts';
import { facilities, seedAccounts } from './seed-accounts.ts';
import { seedBookings } from './seed-bookings.ts';
import { seedEquipment } from './seed-equipment.ts';
import { SPECIMENS } from './specimens.ts';

export interface DataSizes {
  /** Bookings in all. */
  bookings?: number;
  /** Labs in all; the named ones come first. */
  labs?: number;
  /** Pieces of equipment in all. */
  equipment?: number;
}

/** How many bookings each lab has: its own number, or its share of the total. */
const shares = (labs: readonly Facility[], total: number | undefined): number[] => {
  const own = labs.map((lab) => lab.bookings);
  if (total === undefined) return own;
  const sum = own.reduce((a, b) => a + b, 0) || 1;
  const counts = own.map((n) => Math.floor((n * total) / sum));
  const missing = total - counts.reduce((a, b) => a + b, 0);
  return counts.map((count, index) => (index === 0 ? count + missing : count));
};

/**
 * The data of a Calira, the same for the same seed, instant (ms) and sizes. The order of the maps is the order of
 * the API's lists: shuffled, since Calira promises none.
 */
export const seedCalira = (seed: number, now: number, sizes: DataSizes = {}): CaliraData => {
  const labs = facilities(sizes.labs ?? FACILITIES.length);
  const accounts = seedAccounts(labs);
  const people = seedPeople(accounts.filter((account) => account.accountType === 'lab'));
  const equipment = seedEquipment(stream(seed, 'equipment'), labs, people, sizes.equipment);

  const idRandom = stream(seed, 'ids');
  let lastId = 4_500_000;
  const nextId = () => {
    lastId += integer(idRandom, 1, 40);
    if (lastId === SPECIMENS.documented.id) lastId += 1;
    return lastId;
  };
  const open = labs.filter((lab) => equipment.some((piece) => piece.labId === lab.id));
  const counts = shares(open, sizes.bookings);
  const seeded = open.flatMap((lab, index) => {
    const account = accounts.find(({ id }) => id === lab.id);
    if (!account) return [];
    return seedBookings({
      random: stream(seed, `bookings of ${lab.id}`),
      now,
      lab: account,
      equipment: equipment.filter((piece) => piece.labId === lab.id),
      people,
      count: counts[index] ?? 0,
      nextId,
    });
  });

  const bookings = seeded.flatMap((one) => one.bookings);
  const byId = <T extends { id: number }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.id, item]));
  return {
    accounts: byId(shuffled(stream(seed, 'order of accounts'), accounts)),
    people,
    equipment: byId(shuffled(stream(seed, 'order of equipment'), equipment)),
    bookings: byId(shuffled(stream(seed, 'order of bookings'), bookings)),
    specimens: new Map(seeded.flatMap((one) => one.specimens)),
  };
};

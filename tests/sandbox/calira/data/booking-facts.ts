import { chance, integer, pick, type Random } from './random.ts';
import type { DetailKey, Person } from './records.ts';

const MAINTENANCE_NOTES = [
  'Annual service by the manufacturer’s engineer; do not remove the covers.',
  'Laser <488 nm> replaced & realigned',
  'Leak in the fluidics: "no samples" until further notice',
  'Wartung – Gerät gesperrt',
];
const NOTES = [
  'Please use the 63× objective <oil> & clean it afterwards',
  'Sample 7 “hot”: gloves!',
  'Training with José 🎓',
];
const ADD_ONS = ['Assisted session', 'Dry ice', 'Liquid N₂'];
const DURATIONS = [30, 45, 60, 60, 90, 120, 120, 180, 195, 240, 480];

export type Moment = 'past' | 'present' | 'future';

/** Calira's words are mostly these; a few come in another letter case, and a few past bookings were never completed. */
const STATUSES: Record<Moment, readonly (readonly [status: string, weight: number])[]> = {
  past: [
    ['Completed', 80],
    ['Booked', 6],
    ['Cancelled', 6],
    ['Declined', 4],
    ['completed', 2],
    ['CANCELLED', 2],
  ],
  present: [
    ['Booked', 60],
    ['In Progress', 40],
  ],
  future: [
    ['Booked', 72],
    ['Requested', 10],
    ['Cancelled', 7],
    ['Declined', 5],
    ['BOOKED', 3],
    ['requested', 3],
  ],
};

export const statusFor = (random: Random, moment: Moment): string => {
  const words = STATUSES[moment];
  let left = random() * words.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [status, weight] of words) {
    left -= weight;
    if (left < 0) return status;
  }
  return 'Booked';
};

export const durationFor = (random: Random): number => pick(random, DURATIONS);

/** A quarter hour of the working day, in minutes after midnight. */
export const startFor = (random: Random): number => integer(random, 8 * 4, 17 * 4) * 15;

export const typeFor = (random: Random): string => {
  const roll = random();
  if (roll < 0.08) return 'maintenance';
  if (roll < 0.16) return 'external';
  return roll < 0.21 ? 'use' : 'internal';
};

export const noteFor = (random: Random, type: string): string | null => {
  if (type === 'maintenance') return pick(random, MAINTENANCE_NOTES);
  return chance(random, 0.08) ? pick(random, NOTES) : null;
};

/** Somebody of the lab itself half of the time, else anybody; maintenance is often nobody's. */
export const requesterFor = (
  random: Random,
  type: string,
  labId: number,
  people: readonly Person[],
): Person | null => {
  const own = people.filter((person) => person.labId === labId);
  const inside = chance(random, type === 'maintenance' ? 0.9 : 0.45) && own.length > 0;
  const person = pick(random, inside ? own : people);
  const nobody = chance(random, type === 'maintenance' ? 0.5 : 0.02);
  return nobody ? null : person;
};

export const costFor = (random: Random): string | null =>
  chance(random, 0.1) ? null : chance(random, 0.5) ? '0.0' : `${integer(random, 10, 900) / 2}`;

export const addOnsFor = (random: Random): string[] => (chance(random, 0.1) ? [pick(random, ADD_ONS)] : []);

export const blanksFor = (random: Random): DetailKey[] => {
  const rare: readonly (readonly [DetailKey, number])[] = [
    ['equipment', 0.04],
    ['provider_lab', 0.04],
    ['requester_lab', 0.03],
    ['requester_organisation', 0.1],
    ['provider_organisation', 0.1],
  ];
  return rare.filter(([, probability]) => chance(random, probability)).map(([key]) => key);
};

import { FACILITIES, type Facility } from './facilities.ts';
import { chance, integer, pick, type Random } from './random.ts';
import type { Equipment, Person } from './records.ts';

const ROOMS = ['B1.07', 'Basement 0.12', 'Tower <3rd floor>', '4.21 “cold room”', 'G.03'];
const ALL = FACILITIES.flatMap((facility) => facility.instruments);

/**
 * The equipment of the facilities: their own instruments, then others until there are `total` of them
 * (fewer than their own when `total` is smaller). Ids ascend from 92515, the SP8 confocal microscope.
 */
export const seedEquipment = (
  random: Random,
  labs: readonly Facility[],
  people: readonly Person[],
  total?: number,
): Equipment[] => {
  const longest = Math.max(0, ...labs.map((lab) => lab.instruments.length));
  // By rounds, so that a smaller total leaves every lab something.
  const wanted = Array.from({ length: longest }, (_, round) =>
    labs.flatMap((lab) => lab.instruments.slice(round, round + 1).map((instrument) => ({ lab, instrument }))),
  ).flat();
  const open = labs.filter((lab) => lab.bookings > 0);
  for (let index = 0; total !== undefined && wanted.length < total && open.length > 0; index += 1) {
    const lab = open[index % open.length];
    const [name, ...rest] = pick(random, ALL);
    if (lab) wanted.push({ lab, instrument: [`${name} no. ${index + 2}`, ...rest] });
  }
  let id = 92515;
  return wanted.slice(0, total).map(({ lab, instrument: [name, manufacturer, model, category] }) => {
    const piece: Equipment = {
      id,
      labId: lab.id,
      name,
      description: chance(random, 0.3)
        ? null
        : `${category} & accessories. Training needed <before> the first use.`,
      room: chance(random, 0.2) ? null : pick(random, ROOMS),
      availability: chance(random, 0.1) ? 'unavailable' : 'available',
      manufacturer,
      model,
      legacyModelKey: chance(random, 0.25),
      category,
      contact: chance(random, 0.3) ? null : pick(random, people),
    };
    id += integer(random, 1, 9);
    return piece;
  });
};

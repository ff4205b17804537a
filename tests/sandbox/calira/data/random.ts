/** A source of numbers in [0, 1) that is the same for the same seed. */
export type Random = () => number;

/** The mulberry32 generator: 32 bits of state, good enough for plausible data. */
const mulberry32 = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** An independent stream for each purpose, so that more of one kind of record leaves the others as they were. */
export const stream = (seed: number, purpose: string): Random => {
  let hash = seed >>> 0;
  for (const character of purpose) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mulberry32(hash);
};

/** An integer from `low` to `high`, both included. */
export const integer = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

export const chance = (random: Random, probability: number): boolean => random() < probability;

/** One of the items. Throws a RangeError when there is none. */
export const pick = <T>(random: Random, items: readonly T[]): T => {
  const index = integer(random, 0, items.length - 1);
  if (index < 0) throw new RangeError('nothing to pick from');
  return items[index] as T;
};

/** A shuffled copy. */
export const shuffled = <T>(random: Random, items: readonly T[]): T[] => {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
};

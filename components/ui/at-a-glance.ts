/** So many are read at a glance; the others are counted. */
const few = 3;

/** @returns the first of a list, and how many others there are: none or several, since one is as short as its count. */
export function atAGlance<T>(list: readonly T[]): { shown: readonly T[]; others: number } {
  const shown = list.length <= few + 1 ? list : list.slice(0, few);
  return { shown, others: list.length - shown.length };
}

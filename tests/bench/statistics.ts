/** What several runs of the same measurement gave. */
export interface Figure {
  median: number;
  min: number;
  max: number;
}

/** @throws {RangeError} where there is nothing to summarise. */
export function figureOf(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  if (sorted.length === 0) throw new RangeError('no values');
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  };
}

/** Does something several times, one after the other, and summarises each of the numbers that it gives. */
export async function repeated<K extends string>(
  times: number,
  work: () => Promise<Record<K, number>>,
): Promise<Record<K, Figure>> {
  const runs: Record<K, number>[] = [];
  for (let run = 0; run < times; run += 1) runs.push(await work());
  const keys = Object.keys(runs[0] ?? {}) as K[];
  const figures = keys.map((key) => [key, figureOf(runs.map((run) => run[key]))] as const);
  return Object.fromEntries(figures) as Record<K, Figure>;
}

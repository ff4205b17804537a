import type { Tally } from './tally.ts';
import type { Weight } from './weights.ts';

const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

/**
 * Holds what was built against its budget, and names the file that has grown too heavy. Where one is missing, nothing
 * was weighed, and that is a failure too.
 */
export function checkWeights(
  weights: readonly Weight[],
  expected: number,
  say: (line: string) => void,
): Tally {
  for (const { name, file, size, budget } of weights) {
    const verdict = size > budget ? `TOO HEAVY by ${kB(size - budget)}` : 'within';
    say(`${file}: ${kB(size)}, ${verdict} its budget of ${kB(budget)} (${name})`);
  }
  const heavy = weights.filter(({ size, budget }) => size > budget).length;
  const missing = Math.max(0, expected - weights.length);
  if (missing > 0) say(`${missing} of ${expected} files are missing.`);
  return { passed: weights.length - heavy, failed: heavy + missing };
}

import { expect, test } from 'vitest';
import { checkWeights } from '../../setup/size-budget.ts';

const weight = (file: string, size: number) => ({ name: 'A part', file, size, budget: 40_000 });

function checked(sizes: [string, number][], expected = sizes.length) {
  const told: string[] = [];
  return {
    tally: checkWeights(
      sizes.map(([file, size]) => weight(file, size)),
      expected,
      (line) => void told.push(line),
    ),
    told,
  };
}

test('what is within its budget passes', () => {
  expect(checked([['a.js', 40_000]]).tally).toEqual({ passed: 1, failed: 0 });
});

test('what has grown beyond it fails, by its name', () => {
  const { tally, told } = checked([
    ['a.js', 39_000],
    ['content-scripts/rspace.js', 40_100],
  ]);
  expect(tally).toEqual({ passed: 1, failed: 1 });
  expect(told.find((line) => line.includes('TOO HEAVY'))).toContain('content-scripts/rspace.js: 40.1 kB');
});

test('what was not built was not weighed', () => {
  expect(checked([['a.js', 1]], 4).tally).toEqual({ passed: 1, failed: 3 });
});

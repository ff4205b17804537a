import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnShares, sharesOf } from '../../../../utils/rspace/output/column-shares.ts';
import { bookingColumns } from '../../../../utils/settings/columns.ts';

test.each([
  [[1], [100]],
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [1, 3, 3],
    [14, 43, 43],
  ],
  [
    [1, 1, 4],
    [17, 17, 66],
  ],
  [[], []],
])('columns as wide as %j take %j per cent', (parts, shares) => {
  expect(sharesOf(parts)).toEqual(shares);
});

describe('whatever columns are chosen', () => {
  const chosen = fc.shuffledSubarray([...bookingColumns], { minLength: 1 });

  test('they fill the width, and none of them vanishes', () => {
    fc.assert(
      fc.property(chosen, (columns) => {
        const shares = columnShares(columns);
        expect(shares).toHaveLength(columns.length);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test('all but one are as wide as they should be, to the nearest per cent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 8, max: 22 }), { minLength: 1, maxLength: 16 }), (parts) => {
        const sum = parts.reduce((total, part) => total + part, 0);
        const off = sharesOf(parts).filter(
          (share, index) => Math.abs(share - ((parts[index] ?? 0) * 100) / sum) > 0.5,
        );
        expect(off.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

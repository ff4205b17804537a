import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemAt, offsetsOf, visibleRange } from '../../../utils/bookings/visible-range.ts';

test('items begin where the ones before them end', () => {
  expect(offsetsOf([28, 44, 44])).toEqual([0, 28, 72, 116]);
  expect(offsetsOf([])).toEqual([0]);
});

test.each([
  [0, 0],
  [27, 0],
  [28, 1],
  [71, 1],
  [72, 2],
  [115, 2],
  [5000, 2],
  [-10, 0],
])('at %i px stands item %i', (position, index) => {
  expect(itemAt([0, 28, 72, 116], position)).toBe(index);
});

describe('what is in view', () => {
  const offsets = offsetsOf(Array.from({ length: 100 }, () => 10));
  test.each([
    ['at the top', 0, [0, 14]],
    ['in the middle', 500, [47, 64]],
    ['at the end', 900, [87, 100]],
    ['scrolled beyond the end, as browsers with elastic scrolling do', 5000, [96, 100]],
    ['scrolled before the beginning', -200, [0, 4]],
  ])('%s', (_where, scrollTop, range) => {
    expect(visibleRange(offsets, scrollTop, 100, 3)).toEqual(range);
  });

  test('of an empty list is nothing', () => {
    expect(visibleRange(offsetsOf([]), 0, 600, 5)).toEqual([0, 0]);
  });

  const lists = fc.record({
    heights: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 200 }),
    scrollTop: fc.double({ min: 0, max: 30_000, noNaN: true }),
    height: fc.double({ min: 1, max: 2000, noNaN: true }),
    spare: fc.nat(10),
  });

  test('is always within the range: no visible pixel is blank', () => {
    fc.assert(
      fc.property(lists, ({ heights, scrollTop, height, spare }) => {
        const starts = offsetsOf(heights);
        const [first, end] = visibleRange(starts, scrollTop, height, spare);
        heights.forEach((own, index) => {
          const top = starts[index] ?? 0;
          const seen = top < scrollTop + height && top + own > scrollTop;
          if (seen) expect(index >= first && index < end).toBe(true);
        });
      }),
    );
  });

  test('is little: no more than what is seen, one item at the edge and the spare ones exist', () => {
    fc.assert(
      fc.property(lists, ({ heights, scrollTop, height, spare }) => {
        const [first, end] = visibleRange(offsetsOf(heights), scrollTop, height, spare);
        expect(0 <= first && first <= end && end <= heights.length).toBe(true);
        expect(end - first).toBeLessThanOrEqual(height / Math.min(...heights) + 2 + 2 * spare);
      }),
    );
  });
});

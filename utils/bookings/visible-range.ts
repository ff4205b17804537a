/** The arithmetic of a long list of which only what is in view exists. Lengths are in CSS pixels. */

/** @returns for each item where it begins and, as one entry more, where the last one ends. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  let end = 0;
  for (const height of heights) {
    end += height;
    offsets.push(end);
  }
  return offsets;
}

/** @returns the index of the item at `position`, by bisection. */
export function itemAt(offsets: readonly number[], position: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** @returns the items that `height` pixels from `scrollTop` show, and `spare` more on either side: `[first, end)`. */
export function visibleRange(
  offsets: readonly number[],
  scrollTop: number,
  height: number,
  spare: number,
): [number, number] {
  const count = offsets.length - 1;
  if (count === 0) return [0, 0];
  const first = itemAt(offsets, scrollTop);
  const last = itemAt(offsets, scrollTop + height);
  return [Math.max(0, first - spare), Math.min(count, last + 1 + spare)];
}

const moveKeys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] as const;
export type MoveKey = (typeof moveKeys)[number];

/** @returns the key, if it is one that leads to another booking. */
export function moveKeyOf({ key }: KeyboardEvent): MoveKey | undefined {
  return moveKeys.find((one) => one === key);
}

/**
 * @param page how many bookings are in view.
 * @param count how many there are.
 * @returns where a key leads from a place in the list.
 */
export function placeAfter(at: number, key: MoveKey, page: number, count: number): number {
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count };
  return Math.min(Math.max(at + steps[key], 0), count - 1);
}

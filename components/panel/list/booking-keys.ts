const moveKeys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] as const;
export type MoveKey = (typeof moveKeys)[number];

/** What a key does at a booking. */
export type KeyAction =
  | { kind: 'move'; key: MoveKey }
  | { kind: 'expand' | 'fold' | 'toggleDetails' | 'selectAll' };

const others: Partial<Record<string, KeyAction>> = {
  ArrowRight: { kind: 'expand' },
  ArrowLeft: { kind: 'fold' },
  Enter: { kind: 'toggleDetails' },
};

/** @returns what a key does; null for keys of the browser's, such as Alt+Left, which goes back. */
export function actionOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): KeyAction | null {
  if (altKey) return null;
  // With Caps Lock the letter is a capital.
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' && !shiftKey ? { kind: 'selectAll' } : null;
  const move = moveKeys.find((one) => one === key);
  return move ? { kind: 'move', key: move } : (others[key] ?? null);
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

import type { Signal } from '@preact/signals';
import { signal } from '@preact/signals';
import type { ReadableItem } from '../../utils/settings/stored-item.ts';

/** A stored value that the person in front of this page chooses. */
export interface StoredChoice<T> {
  value: Signal<T>;
  /** What is chosen holds at once. @param keep stores it; where that fails, what is stored holds again. */
  choose(next: T, keep: () => Promise<void>): Promise<void>;
}

/**
 * Follows a stored value, except while the person is choosing: the news of one choice, which comes when they have made
 * the next, would set that back under their keys.
 */
export async function storedChoice<T>(item: ReadableItem<T>): Promise<StoredChoice<T>> {
  const value = signal<T>(await item.get());
  let underWay = 0;
  item.watch((next) => {
    if (underWay === 0) value.value = next;
  });
  return {
    value,
    async choose(next, keep) {
      value.value = next;
      underWay += 1;
      await keep().catch(() => {});
      const stored = await item.get().catch(() => value.value);
      underWay -= 1;
      if (underWay === 0) value.value = stored;
    },
  };
}

import type { Signal } from '@preact/signals';
import { signal } from '@preact/signals';
import type { ReadableItem } from '../../utils/settings/stored-item.ts';

/** Reads a stored value and keeps a signal in step with it, for as long as the page lives. */
export async function storedSignal<T>(item: ReadableItem<T>): Promise<Signal<T>> {
  const value = signal<T>(await item.get());
  item.watch((next) => {
    value.value = next;
  });
  return value;
}

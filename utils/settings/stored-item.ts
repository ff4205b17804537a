import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import type { StorageItemKey } from 'wxt/utils/storage';
import { storage } from 'wxt/utils/storage';

/** A value that can be read and watched. */
export interface ReadableItem<T> {
  /** @returns the stored value, or the fallback where there is none or it is not what it should be. */
  get(): Promise<T>;
  /** Calls `listener` with every later value, from whatever context it was set. @returns how to stop. */
  watch(listener: (value: T, previous: T) => void): () => void;
}

/** One value in the browser's storage. */
export interface StoredItem<T> extends ReadableItem<T> {
  set(value: T): Promise<void>;
}

/**
 * A stored value that is checked at every reading: an older version, a corrupted profile or another program may
 * have written anything.
 *
 * @param key area and name, such as `local:connection`.
 */
export function storedItem<Schema extends GenericSchema>(
  key: StorageItemKey,
  schema: Schema,
  fallback: InferOutput<Schema>,
): StoredItem<InferOutput<Schema>> {
  const checked = (value: unknown): InferOutput<Schema> => {
    const result = safeParse(schema, value);
    return result.success ? result.output : fallback;
  };
  return {
    get: async () => checked(await storage.getItem(key)),
    set: (value) => storage.setItem(key, value),
    watch: (listener) => storage.watch(key, (value, previous) => listener(checked(value), checked(previous))),
  };
}

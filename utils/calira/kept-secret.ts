import { storage } from 'wxt/utils/storage';

/** The extension's own IndexedDB: Firefox lets content scripts read `storage.local`, but not another origin's database. */
export interface LastingStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
}

/** A secret that outlives the browser only where the person stays connected on this computer. */
export interface KeptSecret {
  get(): Promise<unknown>;
  /** @param value null deletes it. */
  set(value: unknown): Promise<void>;
  /** Moves it to where it belongs: whether the person stays connected may have changed. */
  relocate(): Promise<void>;
}

export function createKeptSecret(
  key: string,
  stayConnected: () => Promise<boolean>,
  lasting: LastingStore,
): KeptSecret {
  const passingKey = `session:${key}` as const;

  async function get(): Promise<unknown> {
    return (await storage.getItem(passingKey)) ?? (await lasting.get(key)) ?? null;
  }

  async function set(value: unknown): Promise<void> {
    const lasts = await stayConnected();
    // Written in its place before it is deleted in the other: a worker may be stopped in between.
    if (value !== null) await (lasts ? lasting.set(key, value) : storage.setItem(passingKey, value));
    if (value === null || !lasts) await lasting.del(key);
    if (value === null || lasts) await storage.removeItem(passingKey);
  }

  return { get, set, relocate: async () => set(await get()) };
}

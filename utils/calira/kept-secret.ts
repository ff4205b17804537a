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

  /** @returns whether it is kept for longer than the browser lives. */
  async function keepForGood(value: unknown): Promise<boolean> {
    if (!(await stayConnected())) return false;
    try {
      await lasting.set(key, value);
      return true;
    } catch {
      // A full disk, or a browser that refuses databases, costs staying connected and not the connection.
      return false;
    }
  }

  async function set(value: unknown): Promise<void> {
    if (value === null) {
      await lasting.del(key);
      return storage.removeItem(passingKey);
    }
    // Written in its place before it is deleted in the other: a worker may be stopped in between.
    if (await keepForGood(value)) return storage.removeItem(passingKey);
    await storage.setItem(passingKey, value);
    // What stands here is read first, so that an older one which cannot be deleted does no harm.
    await lasting.del(key).catch(() => {});
  }

  return {
    get,
    set,
    async relocate() {
      const value = await get();
      if (value !== null) await set(value);
    },
  };
}

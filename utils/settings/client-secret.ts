import { del, get, set } from 'idb-keyval';
import { managedSettings } from './managed.ts';

const key = 'clientSecret';

/**
 * The secret of a confidential OAuth client, for the institutions that have no other. It lives in the
 * extension's IndexedDB, which no content script can open, and is written by the background only.
 */
export const clientSecret = {
  /** @returns the secret in force: the institution's policy, or what was entered in the options. */
  async get(): Promise<string | null> {
    const { clientSecret: managed } = await managedSettings();
    if (managed) return managed;
    // A browser that refuses databases has kept none.
    const value: unknown = await get(key).catch(() => null);
    return typeof value === 'string' && value ? value : null;
  },
  async set(value: string): Promise<void> {
    await (value ? set(key, value) : del(key));
  },
};

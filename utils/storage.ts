import { browser } from 'wxt/browser';

/** Area and name, such as `local:connection`. */
type Key = `${'local' | 'session'}:${string}`;

function placeOf(key: Key) {
  const [area = '', name = ''] = key.split(/:(.*)/);
  return { area: browser.storage[area as 'local' | 'session'], name };
}

/**
 * What is used of WXT's storage: its versions, migrations and metadata are not (3 kB gzip). `build/light-wxt.ts` puts
 * it in that one's place.
 */
export const storage = {
  async getItem(key: Key): Promise<unknown> {
    const { area, name } = placeOf(key);
    return (await area.get(name))[name] ?? null;
  },

  async setItem(key: Key, value: unknown): Promise<void> {
    const { area, name } = placeOf(key);
    await (value === null ? area.remove(name) : area.set({ [name]: value }));
  },

  async removeItem(key: Key): Promise<void> {
    const { area, name } = placeOf(key);
    await area.remove(name);
  },

  /** @returns how to stop. */
  watch(key: Key, listener: (value: unknown, previous: unknown) => void): () => void {
    const { area, name } = placeOf(key);
    const receive: Parameters<typeof area.onChanged.addListener>[0] = ({ [name]: change }) => {
      // Firefox tells of values, too, that were set and are as they were.
      if (!change || JSON.stringify(change.newValue) === JSON.stringify(change.oldValue)) return;
      listener(change.newValue ?? null, change.oldValue ?? null);
    };
    area.onChanged.addListener(receive);
    return () => area.onChanged.removeListener(receive);
  },
};

import type { KeyedDatabase } from '../../../utils/calira/booking-store.ts';

/** A database that lives in memory and, as IndexedDB does, keeps copies. */
export function databaseInMemory() {
  const records = new Map<string, unknown>();
  const database: KeyedDatabase = {
    entries: async () => structuredClone([...records]),
    async setMany(all) {
      for (const [key, value] of all) records.set(key, structuredClone(value));
    },
    async delMany(keys) {
      for (const key of keys) records.delete(key);
    },
    clear: async () => records.clear(),
  };
  return { ...database, records };
}

import { clear, createStore, delMany, entries, setMany } from 'idb-keyval';
import type { KeyedDatabase } from './booking-store.ts';

/** The database of bookings: apart from the one of tokens, so that clearing it can touch nothing else. */
export function bookingDatabase(): KeyedDatabase {
  const store = createStore('calira-bookings', 'bookings');
  return {
    entries: () => entries(store),
    setMany: (all) => setMany(all, store),
    delMany: (keys) => delMany(keys, store),
    clear: () => clear(store),
  };
}

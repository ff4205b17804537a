import * as v from 'valibot';
import { createTurns } from '../in-turn.ts';
import type { StoredDetails, StoredList, StoredRefused } from './stored-bookings.ts';
import { storedDetails, storedList, storedRefused } from './stored-bookings.ts';

/** A database of the extension's own (`idb-keyval` with a store): no page and no content script can open it. */
export interface KeyedDatabase {
  entries(): Promise<[IDBValidKey, unknown][]>;
  setMany(entries: [string, unknown][]): Promise<void>;
  delMany(keys: string[]): Promise<void>;
  clear(): Promise<void>;
}

export interface StoredBookings {
  list: StoredList | null;
  refused: StoredRefused | null;
  /** By the booking's id. */
  details: Map<string, StoredDetails>;
}

/** What is known of bookings, on the disk. */
export interface BookingStore {
  /** @returns what is stored and as it should be; nothing where the database cannot be read. */
  read(): Promise<StoredBookings>;
  /** Stores the list soon. @param make called when it is written. */
  keepList(make: () => StoredList): void;
  keepRefused(make: () => StoredRefused): void;
  keepDetails(id: string, details: StoredDetails): void;
  forgetDetails(id: string): void;
  clear(): Promise<void>;
}

const detailsPrefix = 'details ';
/** Changes are gathered for this long (milliseconds): one transaction for many, and none that anybody waits for. */
const gathering = 400;

export function createBookingStore(database: KeyedDatabase): BookingStore {
  /** By key, what makes the value to be written; null deletes. */
  const changes = new Map<string, (() => unknown) | null>();
  const inTurn = createTurns();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function change(key: string, make: (() => unknown) | null): void {
    changes.set(key, make);
    timer ??= setTimeout(() => void write(), gathering);
  }

  async function write(): Promise<void> {
    timer = null;
    const all = [...changes];
    changes.clear();
    const values = all.flatMap(([key, make]): [string, unknown][] => (make ? [[key, make()]] : []));
    const gone = all.flatMap(([key, make]) => (make ? [] : key));
    // Deleted first: details must not outlive the list that has outdated them. A full disk costs the cache, no more.
    await inTurn(async () => {
      if (gone.length > 0) await database.delMany(gone);
      if (values.length > 0) await database.setMany(values);
    }).catch(() => {});
  }

  return {
    read: () =>
      inTurn(async () => {
        const found: StoredBookings = { list: null, refused: null, details: new Map() };
        for (const [key, value] of await database.entries().catch(() => [])) {
          if (key === 'list') found.list = soundOrNull(storedList, value);
          else if (key === 'refused') found.refused = soundOrNull(storedRefused, value);
          else if (String(key).startsWith(detailsPrefix)) {
            const details = soundOrNull(storedDetails, value);
            if (details) found.details.set(String(key).slice(detailsPrefix.length), details);
          }
        }
        return found;
      }),
    keepList: (make) => change('list', make),
    keepRefused: (make) => change('refused', make),
    keepDetails: (id, details) => change(detailsPrefix + id, () => details),
    forgetDetails: (id) => change(detailsPrefix + id, null),
    async clear() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      changes.clear();
      await inTurn(() => database.clear()).catch(() => {});
    },
  };
}

function soundOrNull<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}

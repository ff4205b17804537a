import { vi } from 'vitest';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { createBookingCache } from '../../../utils/calira/booking-cache.ts';
import { createBookingFeed } from '../../../utils/calira/booking-feed.ts';
import { createBookingStore } from '../../../utils/calira/booking-store.ts';
import { createGrantedLabs } from '../../../utils/calira/granted-labs.ts';
import type { LabChoice } from '../../../utils/calira/lab-choice.ts';
import { noLabs } from '../../../utils/calira/lab-choice.ts';
import type { PanelPush } from '../../../utils/messages/panel.ts';
import type { StoredItem } from '../../../utils/settings/stored-item.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { authorisedClient, IMAGING } from './calira-over-http.ts';
import { databaseInMemory } from './database-in-memory.ts';

/** A stored item that lives in memory. */
function inMemory<T>(value: T): StoredItem<T> & { current(): T } {
  let current = value;
  return {
    get: async () => current,
    set: async (next) => {
      current = next;
    },
    watch: () => () => {},
    current: () => current,
  };
}

/** What a panel would make of what it is told: the latest row of every booking, those known before, and all pushes. */
export function listener(signal: AbortSignal = new AbortController().signal) {
  const pushes: PanelPush[] = [];
  const rows = new Map<string, BookingRow>();
  const known = new Map<string, BookingRow>();
  const push = vi.fn((message: PanelPush) => {
    pushes.push(message);
    if (message.push === 'rows') for (const row of message.value) rows.set(row.id, row);
    if (message.push === 'known') for (const row of message.value.rows) known.set(row.id, row);
  });
  return { push, signal, pushes, rows, known };
}

/** A feed over the sandbox's API: the person has just authorised some labs, and nothing has been read yet. */
export async function authorisedFeed(sandbox: Sandbox, ticked: readonly number[] = [IMAGING]) {
  const { client } = await authorisedClient(sandbox, ticked);
  const now = () => 1_795_000_000_000;
  const storedLabs = inMemory<LabChoice>({ ...noLabs, unread: true });
  const database = databaseInMemory();
  const tellRead = vi.fn<(retrievedAt: number) => void>();
  const labs = createGrantedLabs(client, storedLabs, now);
  /** The feed of a worker that has just been started. */
  const newFeed = () =>
    createBookingFeed({
      client,
      labs,
      cache: createBookingCache(createBookingStore(database), now),
      webUrl: async () => sandbox.caliraWebUrl,
      tellRead,
      now,
    });
  return { client, labs, storedLabs, database, tellRead, feed: newFeed(), newFeed };
}

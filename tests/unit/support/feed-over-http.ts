import { vi } from 'vitest';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { createBookingFeed } from '../../../utils/calira/booking-feed.ts';
import type { AuthorisedLab } from '../../../utils/calira/labs.ts';
import type { PanelPush } from '../../../utils/messages/panel.ts';
import type { StoredItem } from '../../../utils/settings/stored-item.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { authorisedClient, IMAGING } from './calira-over-http.ts';

/** A stored item that lives in memory. */
export function inMemory<T>(value: T): StoredItem<T> & { current(): T } {
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

/** What a panel would make of what it is told: the latest row of every booking, and all that was pushed. */
export function listener(signal: AbortSignal = new AbortController().signal) {
  const pushes: PanelPush[] = [];
  const rows = new Map<string, BookingRow>();
  const push = vi.fn((message: PanelPush) => {
    pushes.push(message);
    if (message.push === 'rows') for (const row of message.value) rows.set(row.id, row);
  });
  return { push, signal, pushes, rows };
}

/** A feed over the sandbox's API, authorised for some labs, none of which has been read yet. */
export async function authorisedFeed(sandbox: Sandbox, labs: readonly number[] = [IMAGING]) {
  const { client } = await authorisedClient(sandbox, labs);
  const storedLabs = inMemory<AuthorisedLab[]>([]);
  const newFeed = () =>
    createBookingFeed(
      client,
      storedLabs,
      async () => sandbox.caliraWebUrl,
      () => 1_795_000_000_000,
    );
  return { client, storedLabs, feed: newFeed(), newFeed };
}

/** A thousand openings and closings of a panel: the background has nothing left of them. */
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { createBookingCache } from '../../../utils/calira/booking-cache.ts';
import { createBookingFeed } from '../../../utils/calira/booking-feed.ts';
import { createBookingStore } from '../../../utils/calira/booking-store.ts';
import type { CaliraClient } from '../../../utils/calira/client.ts';
import { createGrantedLabs } from '../../../utils/calira/granted-labs.ts';
import { noLabs } from '../../../utils/calira/lab-choice.ts';
import { databaseInMemory } from '../support/database-in-memory.ts';
import { portPair } from '../support/fake-ports.ts';
import { background, sender } from '../support/panel-and-background.ts';
import { settled } from '../support/settled.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A Calira that never answers, and knows how many wait for it. */
function silentClient() {
  const waiting = new Set<AbortSignal>();
  const never = (signal?: AbortSignal) =>
    new Promise<never>((_, reject) => {
      if (!signal) throw new Error('a request that nobody can cancel');
      waiting.add(signal);
      const leave = () => {
        waiting.delete(signal);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
    });
  const client: CaliraClient = {
    accounts: (_page, signal) => never(signal),
    account: (_id, signal) => never(signal),
    bookings: (_page, signal) => never(signal),
    booking: (_id, signal) => never(signal),
    equipment: (_lab, _page, signal) => never(signal),
  };
  return { client, waiting };
}

test('no port, no request and no memory', async () => {
  const { client, waiting } = silentClient();
  const lab = { id: '1207', name: 'Imaging Core', timeZone: 'Europe/London', detailsReadAt: 0, path: [] };
  const choice = { ...noLabs, granted: [lab], decisions: { 1207: true } };
  const stored = { get: async () => choice, set: async () => {}, watch: () => () => {} };
  const feed = createBookingFeed({
    client,
    labs: createGrantedLabs(client, stored, Date.now),
    cache: createBookingCache(createBookingStore(databaseInMemory()), Date.now),
    webUrl: async () => 'https://calira.example/',
    tellRead: () => {},
    now: Date.now,
  });
  const { server } = background({ load: feed.load });

  async function openAndClose(times: number): Promise<number> {
    for (let time = 0; time < times; time += 1) {
      const pair = portPair('panel', sender());
      server.connect(pair.background.port);
      pair.panel.port.postMessage({ id: 1, command: 'load', parameters: { known: true } });
      await vi.waitFor(() => expect(waiting.size).toBeGreaterThan(0), { interval: 1 });
      pair.panel.port.disconnect();
      await vi.waitFor(() => expect(waiting.size).toBe(0), { interval: 1 });
    }
    await settled();
    collectGarbage();
    return process.memoryUsage().heapUsed;
  }

  const before = await openAndClose(200);
  const after = await openAndClose(800);
  // A kilobyte for each would be 800; what the engine itself needs for code comes and goes.
  expect((after - before) / 800).toBeLessThan(2_000);
}, 60_000);

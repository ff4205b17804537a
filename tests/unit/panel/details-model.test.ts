import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBookingsModel } from '../../../components/panel/connection/bookings-model.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { LoadSummary, MissingBooking } from '../../../utils/messages/panel.ts';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import { aRow, someDetails } from '../support/bookings.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
/** Everything that has arrived is on screen, and whatever follows from it has been done. */
const pause = () => vi.advanceTimersByTimeAsync(1_000);

const summary: LoadSummary = { retrievedAt: 1, missing: 0, failure: null };

/** A panel, and a background that answers each question when it is told to. */
function world() {
  const loads: PromiseWithResolvers<LoadSummary>[] = [];
  const details: (PromiseWithResolvers<MissingBooking[]> & { ids: string[] })[] = [];
  const client = {
    ask(command: string, wish: { ids: string[] }) {
      if (command === 'load') {
        const asked = Promise.withResolvers<LoadSummary>();
        loads.push(asked);
        return asked.promise;
      }
      const asked = { ...Promise.withResolvers<MissingBooking[]>(), ids: wish.ids };
      details.push(asked);
      return asked.promise;
    },
  } as unknown as PanelClient;
  const bookings = createBookingsModel(client);
  return {
    bookings,
    loads,
    details,
    asked: () => details.map(({ ids }) => ids.join(' ')),
    /** Reads a list of two bookings to its end. */
    async read() {
      const reading = bookings.load();
      bookings.receive(bare);
      loads.at(-1)?.resolve(summary);
      await reading;
      await pause();
    },
    /** Their details come, and are on screen. */
    async complete() {
      bookings.receive(bare.map((row) => ({ ...row, details: someDetails() })));
      await pause();
    },
  };
}
const bare = [aRow({ id: '1', details: null }), aRow({ id: '2', details: null })];

test('details that have come draw no row again that none were missing of', async () => {
  const { bookings, details, complete, read } = world();
  await read();
  const told: unknown[] = [];
  bookings.unavailable.subscribe((missing) => told.push(missing));
  const looked = bookings.lookAt(['1', '2']);
  await complete();
  details[0]?.resolve([]);
  await looked;
  await bookings.loadDetails(['1']);
  expect(told).toHaveLength(1);
});

test('a row whose details nobody could ask for says so, and is asked for again with the next list', async () => {
  const { bookings, details, asked, read } = world();
  await read();
  const looked = bookings.lookAt(['1', '2']);
  details[0]?.reject(new CodedError('offline'));
  await looked;
  expect([...bookings.unavailable.value]).toEqual([
    ['1', { code: 'offline' }],
    ['2', { code: 'offline' }],
  ]);
  void bookings.lookAt(['1', '2']);
  expect(asked(), 'not by itself, without end').toEqual(['1 2']);
  await read();
  void bookings.lookAt(['1', '2']);
  expect(asked()).toEqual(['1 2', '1 2']);
});

test('what was given up, or what a search asked for in vain, is no news for a row', async () => {
  const { bookings, details, read } = world();
  await read();
  const looked = bookings.lookAt(['1']);
  details[0]?.reject(new CodedError('cancelled'));
  await looked;
  const checked = bookings.loadDetails(['2'], undefined, true).catch(() => {});
  details[1]?.reject(new CodedError('offline'));
  await checked;
  expect(bookings.unavailable.value.size).toBe(0);
});

test('under another authorisation rows are asked for as they come, and not before', async () => {
  const { bookings, asked, read } = world();
  await read();
  void bookings.load(true);
  void bookings.lookAt(['1', '2']);
  expect(asked()).toEqual([]);
  bookings.receive([aRow({ id: '2', details: null })]);
  void bookings.lookAt(['1', '2']);
  expect(asked()).toEqual(['2']);
});

test('no row of another authorisation goes without details because its predecessor, still on screen, had them', async () => {
  const { bookings, loads, details, asked, read, complete } = world();
  await read();
  await complete();
  const reading = bookings.load(true);
  bookings.receive([aRow({ id: '1', details: null })]);
  // What follows at once is shown a moment later.
  bookings.receive([aRow({ id: '2', details: null })]);
  void bookings.lookAt(['1', '2']);
  expect(asked()).toEqual(['1 2']);
  loads.at(-1)?.resolve(summary);
  await reading;
  void bookings.lookAt(['1', '2']);
  expect(asked(), 'nothing twice').toHaveLength(1);
  details[0]?.reject(new CodedError('cancelled'));
  await pause();
  expect(asked()).toEqual(['1 2', '1 2']);
});

test('details that have arrived are asked for by nobody, and are on screen when they are needed', async () => {
  const { bookings, asked, read } = world();
  await read();
  bookings.receive([aRow({ id: '1', details: null, status: 'Declined' })]);
  bookings.receive(bare.map((row) => ({ ...row, details: someDetails() })));
  expect(bookings.rows.value.get('2')?.details).toBeNull();
  void bookings.lookAt(['1', '2']);
  expect(await bookings.loadDetails(['1', '2'])).toEqual(new Map());
  expect(asked()).toEqual([]);
  expect(bookings.rows.value.get('2')?.details).toEqual(someDetails());
});

test('nothing is handed over as another authorisation has left it', async () => {
  const { bookings, asked, read, complete } = world();
  await read();
  await complete();
  void bookings.load(true);
  bookings.receive([aRow({ id: '1', details: null })]);
  bookings.receive([aRow({ id: '2', details: null })]);
  void bookings.loadDetails(['2']);
  expect(asked()).toEqual(['2']);
});

test('a row that lost its details while others were still on their way gets them', async () => {
  const { bookings, details, asked, read } = world();
  await read();
  void bookings.lookAt(['1', '2']);
  bookings.receive([aRow({ id: '1', details: someDetails() })]);
  // The booking has changed, and its details are out of date.
  bookings.receive([aRow({ id: '1', status: 'Completed', details: null })]);
  void bookings.lookAt(['1', '2']);
  bookings.receive([aRow({ id: '2', details: someDetails() })]);
  details[0]?.resolve([]);
  await pause();
  expect(asked()).toEqual(['1 2', '1']);
});

test('a reading that ends when another one has just begun takes no rows away', async () => {
  const { bookings, loads, read } = world();
  await read();
  const first = bookings.load();
  loads[1]?.resolve(summary);
  void bookings.load(true);
  await first;
  expect([[...bookings.rows.value.keys()], bookings.state.value.kind]).toEqual([['1', '2'], 'loading']);
});

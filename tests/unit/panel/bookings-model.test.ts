import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBookingsModel } from '../../../components/panel/connection/bookings-model.ts';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import { aRow } from '../support/bookings.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A list that is being read, and how often what is on screen has changed. */
function reading() {
  const answer = Promise.withResolvers<object>();
  const client = { ask: () => answer.promise } as unknown as PanelClient;
  const bookings = createBookingsModel(client);
  let changes = -1;
  bookings.rows.subscribe(() => {
    changes += 1;
  });
  const loaded = bookings.load();
  return {
    bookings,
    shown: () => [...bookings.rows.value.keys()],
    changes: () => changes,
    async end(failure: object | null = null) {
      answer.resolve({ retrievedAt: 1, missing: 0, failure });
      await loaded;
    },
  };
}

test('the first rows are shown at once, those that follow them together, and the last at the end of the reading', async () => {
  const { bookings, shown, changes, end } = reading();
  bookings.receive([aRow({ id: '1' })]);
  expect(shown()).toEqual(['1']);
  bookings.receive([aRow({ id: '2' })]);
  bookings.receive([aRow({ id: '3' })]);
  expect(shown()).toEqual(['1']);
  await vi.advanceTimersByTimeAsync(100);
  expect(shown()).toEqual(['1', '2', '3']);
  bookings.receive([aRow({ id: '4' })]);
  await end();
  expect(shown()).toEqual(['1', '2', '3', '4']);
  expect(changes()).toBe(3);
});

test('what has been told as a whole is shown at once, and so is what comes next', () => {
  const { bookings, shown, changes } = reading();
  bookings.receive([aRow({ id: '1' })]);
  bookings.receive([aRow({ id: '2' })]);
  bookings.told();
  expect(shown()).toEqual(['1', '2']);
  bookings.told();
  expect(changes()).toBe(2);
  bookings.receive([aRow({ id: '3' })]);
  bookings.receive([aRow({ id: '4' })]);
  expect(shown()).toEqual(['1', '2', '3']);
});

test('after a pause rows are shown at once again', async () => {
  const { bookings, shown } = reading();
  bookings.receive([aRow({ id: '1' })]);
  await vi.advanceTimersByTimeAsync(1_000);
  bookings.receive([aRow({ id: '2' })]);
  expect(shown()).toEqual(['1', '2']);
});

test('what comes as it was changes nothing on screen', () => {
  const { bookings, changes } = reading();
  bookings.receive([aRow({ id: '1' })]);
  const [before] = bookings.rows.value.values();
  bookings.receive([aRow({ id: '1' })]);
  expect([...bookings.rows.value.values()][0]).toBe(before);
  expect(changes()).toBe(1);
});

test('what an earlier reading has left goes once this one is whole, and stays where it is not', async () => {
  for (const failure of [null, { code: 'offline' }]) {
    const { bookings, shown, end } = reading();
    bookings.recall({ rows: [aRow({ id: 'gone' }), aRow({ id: '1' })], retrievedAt: 0 });
    bookings.receive([aRow({ id: '1' })]);
    await end(failure);
    expect(shown()).toEqual(failure ? ['gone', '1'] : ['1']);
  }
});

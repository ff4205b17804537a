import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBookingStore } from '../../../utils/calira/booking-store.ts';
import { aPiece, aSummary, someDetails } from '../support/bookings.ts';
import { databaseInMemory } from '../support/database-in-memory.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const list = {
  choice: '1207',
  retrievedAt: 1_795_000_000_000,
  summaries: [aSummary()],
  equipment: [aPiece()],
};
const details = { readAt: 1_795_000_000_000, details: someDetails() };

function world() {
  const database = databaseInMemory();
  const store = createBookingStore(database);
  const write = () => vi.advanceTimersByTimeAsync(1000);
  return { database, store, write };
}

test('what is kept is found by the next worker', async () => {
  const { database, store, write } = world();
  store.keepList(() => list);
  store.keepRefused(() => ({ choice: '1207', ids: ['7'] }));
  store.keepDetails('4980109', details);
  await write();
  expect(await createBookingStore(database).read()).toEqual({
    list,
    refused: { choice: '1207', ids: ['7'] },
    details: new Map([['4980109', details]]),
  });
});

test('many changes are one transaction, after they were made', async () => {
  const { database, store, write } = world();
  const setMany = vi.spyOn(database, 'setMany');
  for (let id = 1; id <= 50; id += 1) store.keepDetails(String(id), details);
  expect(setMany).not.toHaveBeenCalled();
  await write();
  expect(setMany).toHaveBeenCalledTimes(1);
  expect(database.records.size).toBe(50);
});

test('what is forgotten before it was written is never written', async () => {
  const { database, store, write } = world();
  store.keepDetails('7', details);
  store.forgetDetails('7');
  await write();
  expect([...database.records.keys()]).toEqual([]);
});

test('clearing takes along what was about to be written', async () => {
  const { database, store, write } = world();
  store.keepList(() => list);
  await write();
  store.keepDetails('4980109', details);
  await store.clear();
  await write();
  expect([...database.records.keys()]).toEqual([]);
});

describe('what is not as it should be', () => {
  test.each([
    ['a list of another shape', 'list', 'rubbish'],
    ['a list without its choice', 'list', { ...list, choice: undefined }],
    ['refused bookings that are no ids', 'refused', { choice: '1207', ids: [{}] }],
    ['details without their time', 'details 4980109', { details: someDetails() }],
    ['details of another shape', 'details 4980109', { readAt: 1, details: { ...someDetails(), note: 7 } }],
  ])('is ignored: %s', async (_what, key, value) => {
    const { database, store } = world();
    database.records.set(key, value);
    expect(await store.read()).toEqual({ list: null, refused: null, details: new Map() });
  });

  test('costs only itself in a list', async () => {
    const { database, store } = world();
    const broken = { ...aSummary({ id: '8' }), start: 7 };
    database.records.set('list', {
      ...list,
      summaries: [broken, aSummary(), null],
      equipment: [{ id: '1' }, aPiece()],
    });
    expect((await store.read()).list).toEqual(list);
  });

  test('a database that cannot be used is an empty one', async () => {
    const { database, store, write } = world();
    const broken = () => Promise.reject(new DOMException('no', 'InvalidStateError'));
    Object.assign(database, { entries: broken, setMany: broken, delMany: broken, clear: broken });
    const unusable = createBookingStore(database);
    unusable.keepList(() => list);
    await write();
    await unusable.clear();
    expect((await unusable.read()).list).toBeNull();
    expect((await store.read()).list).toBeNull();
  });
});

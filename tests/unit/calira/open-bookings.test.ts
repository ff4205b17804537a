/** Bookings of which it is open whose they are: only Calira's answers are made up here. */
import { expect, test, vi } from 'vitest';
import type { BookingDetails, BookingSummary } from '../../../utils/bookings/booking.ts';
import { createBookingCache } from '../../../utils/calira/booking-cache.ts';
import { createBookingStore } from '../../../utils/calira/booking-store.ts';
import type { CaliraClient } from '../../../utils/calira/client.ts';
import { createDetailsReader } from '../../../utils/calira/details-reader.ts';
import { listView } from '../../../utils/calira/list-view.ts';
import { judgeOpenBookings } from '../../../utils/calira/open-bookings.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { PanelPush } from '../../../utils/messages/panel.ts';
import { aPiece, aSummary, someDetails } from '../support/bookings.ts';
import { databaseInMemory } from '../support/database-in-memory.ts';
import { choiceOf } from '../support/labs.ts';

/** A booking that no equipment attributes. */
const open = (id: string, start = '2026-11-23T10:00:00.000+00:00') =>
  aSummary({ id, start, end: start, equipmentId: null });

const lab = (name: string) => ({ id: name, name });
const by = (providerLab: string | null, requesterLab: string | null) =>
  someDetails({
    providerLab: providerLab === null ? null : lab(providerLab),
    requesterLab: requesterLab === null ? null : lab(requesterLab),
  });

/** Some bookings that were listed while *ours* is authorised and *theirs* is not, and what Calira tells of each. */
function world(bookings: readonly BookingSummary[], told: Record<string, BookingDetails>) {
  const booking = vi.fn(async (id: string, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    const details = told[id];
    if (!details) throw new CodedError('unavailable');
    return details;
  });
  const client = { booking } as Partial<CaliraClient> as CaliraClient;
  const database = databaseInMemory();
  const cache = createBookingCache(createBookingStore(database), () => 0);
  cache.takeEquipment(aPiece({ labId: 'ours' }));
  for (const summary of bookings) cache.take(summary);
  const view = listView(cache, choiceOf({ ours: true, theirs: false }), 'https://calira.example/');
  const readDetails = createDetailsReader(client, cache);
  const pushes: PanelPush[] = [];
  const judge = (signal = new AbortController().signal) =>
    judgeOpenBookings(new Map(bookings.map((one) => [one.id, one])), view, readDetails, {
      push: (message) => pushes.push(message),
      signal,
    });
  return {
    cache,
    database,
    judge,
    asked: () => booking.mock.calls.map(([id]) => id),
    shown: () => pushes.flatMap((one) => (one.push === 'rows' ? one.value : [])),
    progress: () => pushes.flatMap((one) => (one.push === 'progress' ? [one.value.received] : [])),
  };
}

test('are asked about newest first, by the moment and not by its text', async () => {
  const { judge, asked } = world(
    [
      open('old', '2026-01-05T10:00:00.000+00:00'),
      open('later', '2026-11-23T09:30:00.000-05:00'),
      open('sooner', '2026-11-23T10:00:00.000+00:00'),
    ],
    {},
  );
  await judge();
  expect(asked()).toEqual(['later', 'sooner', 'old']);
});

test.each([
  ['on an authorised lab’s equipment', by('ours', null), true],
  ['of an authorised lab’s person elsewhere', by('theirs', 'ours'), true],
  ['of an authorised lab’s person, nobody knows where', by(null, 'ours'), true],
  ['of another lab alone', by('theirs', 'theirs'), false],
  ['of nobody knows which lab', by(null, null), false],
])('one %s', async (_whose, details, appears) => {
  const { judge, shown, cache } = world([open('1')], { 1: details });
  expect(await judge()).toEqual({ judged: 1, count: 0, failure: null });
  expect(shown()).toMatchObject(appears ? [{ id: '1', details }] : []);
  expect([cache.isRefused('1'), cache.summaries.has('1')]).toEqual([!appears, appears]);
});

test('those that equipment attributes, or that were refused before, are not asked about', async () => {
  const { judge, asked, shown, progress } = world([aSummary({ id: 'known' }), open('theirs'), open('ours')], {
    theirs: by('theirs', null),
    ours: by('ours', null),
  });
  expect(await judge()).toEqual({ judged: 2, count: 0, failure: null });
  expect(asked().sort()).toEqual(['ours', 'theirs']);
  expect(shown().map(({ id }) => id)).toEqual(['ours']);
  // One was there before, and one has come.
  expect(progress()).toEqual([1, 2]);
  expect(await judge()).toEqual({ judged: 0, count: 0, failure: null });
  expect(asked()).toHaveLength(2);
});

test('of one that is refused, its id is stored and nothing else', async () => {
  const { judge, database } = world([open('theirs'), open('ours')], {
    theirs: by('theirs', 'theirs'),
    ours: by('ours', null),
  });
  await judge();
  await expect.poll(() => [...database.records.keys()].sort()).toEqual(['details ours', 'refused']);
  expect(database.records.get('refused')).toMatchObject({ ids: ['theirs'] });
});

test('one that cannot be asked about is counted, is not shown, and is asked about again', async () => {
  const { judge, shown, cache, asked } = world([open('1')], {});
  expect(await judge()).toEqual({ judged: 1, count: 1, failure: { code: 'unavailable' } });
  expect(shown()).toEqual([]);
  expect(cache.isRefused('1')).toBe(false);
  await judge();
  expect(asked()).toEqual(['1', '1']);
});

test('whoever leaves meanwhile is told nothing of any', async () => {
  const { judge, shown } = world([open('1')], { 1: by('ours', null) });
  const left = new AbortController();
  const judging = judge(left.signal);
  left.abort(new CodedError('cancelled'));
  await expect(judging).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(shown()).toEqual([]);
});

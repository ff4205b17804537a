import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBookingsModel } from '../../../components/panel/connection/bookings-model.ts';
import { createCheckModel } from '../../../components/panel/find/check-model.ts';
import { createChoicesModel } from '../../../components/panel/find/choices-model.ts';
import { createFindModel } from '../../../components/panel/find/find-model.ts';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import { aRow, someDetails } from '../support/bookings.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A booking for each of the last days of November 2026 and the months before, told oldest first. */
const rows = Array.from({ length: 100 }, (_, index) => {
  const start = new Date(Date.UTC(2026, 10, 30 - index, 10)).toISOString();
  return aRow({ id: String(1_000 - index), start, end: start, details: null });
}).toReversed();

function world(lab = rows[0]?.lab ?? null) {
  const asked: string[][] = [];
  const client = {
    async ask(command: string, { ids = [] }: { ids?: string[] }) {
      if (command !== 'details') return { retrievedAt: 1, missing: 0, failure: null };
      asked.push(ids);
      bookings.receive(
        rows.filter(({ id }) => ids.includes(id)).map((row) => ({ ...row, details: someDetails() })),
      );
      return [];
    },
  } as unknown as PanelClient;
  const bookings = createBookingsModel(client);
  const choices = createChoicesModel(client);
  const find = createFindModel(bookings, choices, { zone: 'UTC', locale: 'en-GB', weekStart: 1 });
  const mayAsk = signal(true);
  const check = createCheckModel(bookings, find, mayAsk);
  bookings.receive(
    rows.map((row, index) => (index % 2 === 0 ? row : { ...row, lab: { id: '9', name: 'Other' } })),
  );
  choices.change({ lab: lab && { id: lab.id, name: lab.name ?? '' } });
  return { asked, find, check, mayAsk };
}

test('a search that rests has details read, newest first, of what the other filters leave', async () => {
  const { asked, find, check } = world();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
  find.search.value = 'nobody of this name';
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  const wanted = rows.filter((_, index) => index % 2 === 0).map(({ id }) => id);
  expect(asked).toHaveLength(2);
  expect(asked.flat()).toEqual(wanted.toReversed());
  expect(check.state.value.kind).toBe('idle');
  check.end();
});

test('nothing is read while nobody looks', async () => {
  const { asked, find, check, mayAsk } = world();
  mayAsk.value = false;
  find.search.value = 'nobody of this name';
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
  mayAsk.value = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.flat()).toHaveLength(50);
  check.end();
});

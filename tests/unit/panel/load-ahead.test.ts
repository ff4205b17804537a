// @vitest-environment node

import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBookingsModel } from '../../../components/panel/connection/bookings-model.ts';
import { createChoicesModel } from '../../../components/panel/find/choices-model.ts';
import { createFindModel } from '../../../components/panel/find/find-model.ts';
import { loadAhead } from '../../../components/panel/insert/load-ahead.ts';
import { createSelectionModel } from '../../../components/panel/list/selection-model.ts';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import { aRow, someDetails } from '../support/bookings.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** 500 bookings, of which nothing but the first one's details is known. Calira answers when it is told to. */
function world() {
  const rows = Array.from({ length: 500 }, (_, index) =>
    aRow({ id: String(1_000 + index), details: index === 0 ? someDetails() : null }),
  );
  const asked: { ids: string[]; check: boolean; signal: AbortSignal | undefined }[] = [];
  const client = {
    ask: (command: string, wish: { ids: string[]; check: boolean }, wanted?: AbortSignal) => {
      if (command === 'details') asked.push({ ...wish, signal: wanted });
      return new Promise(() => {});
    },
  } as unknown as PanelClient;
  const bookings = createBookingsModel(client);
  const place = { zone: 'UTC', locale: 'en-GB', weekStart: 1 };
  const find = createFindModel(bookings, createChoicesModel(client), place);
  const selection = createSelectionModel(find);
  const mayAsk = signal(true);
  const now = loadAhead(bookings, selection, mayAsk);
  bookings.receive(rows);
  return { asked, selection, mayAsk, now, ids: rows.map(({ id }) => id) };
}
const pause = () => vi.advanceTimersByTimeAsync(1_000);

test('what was selected is looked up once the person rests, behind what is in view, and only what is not known', async () => {
  const { asked, selection } = world();
  for (const id of ['1000', '1001', '1002']) selection.toggle(id);
  expect(asked).toEqual([]);
  await pause();
  expect(asked.map(({ ids, check }) => [ids.toSorted(), check])).toEqual([[['1001', '1002'], true]]);
  selection.toggle('1003');
  await pause();
  expect(asked[1]?.ids, 'what is on its way is not asked for again').toEqual(['1003']);
});

test('what is no longer selected is no longer looked up, and nothing is while nobody looks', async () => {
  const { asked, selection, mayAsk } = world();
  selection.toggle('1001');
  await pause();
  selection.clear();
  await pause();
  expect(asked.map(({ signal: one }) => one?.aborted)).toEqual([true]);
  mayAsk.value = false;
  selection.toggle('1001');
  await pause();
  expect(asked).toHaveLength(1);
});

test('of thousands that one click selects, some are looked up ahead', async () => {
  const { asked, selection, now, ids } = world();
  selection.add(ids);
  await pause();
  expect(asked.flatMap((one) => one.ids).length).toBeLessThanOrEqual(200);
  expect(now.value.underWay.length).toBeGreaterThan(100);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGatherers, gatheredPush } from '../../../utils/calira/gathered-push.ts';
import type { PanelPush } from '../../../utils/messages/panel.ts';
import { aRow, someDetails } from '../support/bookings.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function world() {
  const told: PanelPush[] = [];
  const { push, flush } = gatheredPush((message) => told.push(message));
  const row = (id: string, status = 'Booked') => push({ push: 'rows', value: [aRow({ id, status })] });
  const received = (count: number) =>
    push({ push: 'progress', value: { received: count, total: null, checking: false } });
  /** What was told in each message: ids of rows, or how many there are. */
  const said = () =>
    told.map((one) =>
      one.push === 'rows'
        ? one.value.map(({ id, status }) => `${id} ${status}`)
        : one.push === 'progress'
          ? one.value.received
          : one.push,
    );
  return { push, flush, row, received, said };
}

test('what comes side by side is told together, almost at once', () => {
  const { row, received, said } = world();
  received(0);
  for (const id of ['1', '2', '3']) {
    row(id);
    received(Number(id));
  }
  vi.advanceTimersByTime(5);
  expect(said()).toEqual([['1 Booked', '2 Booked', '3 Booked'], 3]);
});

test('what follows is told together, a little later', () => {
  const { row, said } = world();
  row('1');
  vi.advanceTimersByTime(5);
  row('2');
  vi.advanceTimersByTime(10);
  row('3');
  expect(said()).toEqual([['1 Booked']]);
  vi.advanceTimersByTime(50);
  expect(said()).toEqual([['1 Booked'], ['2 Booked', '3 Booked']]);
});

test('the first rows do not wait because of progress that was told of before', () => {
  const { row, received, said } = world();
  received(0);
  vi.advanceTimersByTime(20);
  row('1');
  vi.advanceTimersByTime(5);
  expect(said()).toEqual([['1 Booked'], 0]);
});

test('progress alone is told, too', () => {
  const { received, said } = world();
  received(0);
  received(100);
  vi.advanceTimersByTime(50);
  expect(said()).toEqual([100]);
});

test('of a row that changes meanwhile, the latest version', () => {
  const { row, said } = world();
  row('1');
  vi.advanceTimersByTime(5);
  row('2');
  row('2', 'Completed');
  vi.advanceTimersByTime(50);
  expect(said()).toEqual([['1 Booked'], ['2 Completed']]);
});

test('after a pause the next is told almost at once again', () => {
  const { row, said } = world();
  row('1');
  vi.advanceTimersByTime(1000);
  row('2');
  vi.advanceTimersByTime(5);
  expect(said()).toEqual([['1 Booked'], ['2 Booked']]);
});

test('at the end nothing is left, and nothing follows', () => {
  const { row, flush, said } = world();
  row('1');
  row('2');
  flush();
  vi.advanceTimersByTime(1000);
  expect(said()).toEqual([['1 Booked', '2 Booked']]);
});

test('where everything has been told, nothing waits for what might have belonged to it', () => {
  const { push, row, received, said } = world();
  row('1');
  vi.advanceTimersByTime(5);
  row('2');
  received(2);
  push({ push: 'told', value: null });
  expect(said()).toEqual([['1 Booked'], ['2 Booked'], 2, 'told']);
  vi.advanceTimersByTime(1000);
  expect(said()).toHaveLength(4);
});

test('news of other kinds wait for nothing', () => {
  const { push, row, said } = world();
  row('1');
  row('2');
  push({ push: 'connection', value: { state: 'disconnected' } });
  expect(said()).toEqual(['connection']);
});

test('a row of the list does not come after its details, which another command has told', () => {
  const told: unknown[] = [];
  const panel = (message: PanelPush) => {
    if (message.push === 'rows') told.push(...message.value.map(({ details }) => details?.requester));
  };
  const gatheredFor = createGatherers();
  const [list, details] = [gatheredFor(panel), gatheredFor(panel)];
  list.push({ push: 'rows', value: [aRow({ id: '1', details: null })] });
  list.push({ push: 'rows', value: [aRow({ id: '1', details: null, status: 'Completed' })] });
  details.push({ push: 'rows', value: [aRow({ id: '1', details: someDetails() })] });
  vi.advanceTimersByTime(50);
  expect(told.at(-1)).toBe(someDetails().requester);
});

test('two panels are told apart', () => {
  const gatheredFor = createGatherers();
  const [one, other] = [vi.fn(), vi.fn()];
  gatheredFor(one).push({ push: 'rows', value: [aRow()] });
  vi.advanceTimersByTime(5);
  expect([one.mock.calls.length, other.mock.calls.length]).toEqual([1, 0]);
  gatheredFor(other).push({ push: 'rows', value: [aRow()] });
  vi.advanceTimersByTime(5);
  expect([one.mock.calls.length, other.mock.calls.length]).toEqual([1, 1]);
});

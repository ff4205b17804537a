import { describe, expect, test } from 'vitest';
import { indexOfToday, listItems } from '../../../utils/bookings/list-items.ts';
import { aRow } from '../support/bookings.ts';

const starting = (...starts: string[]) => starts.map((start) => aRow({ id: start, start }));
const shape = (starts: string[], zone: string) =>
  listItems(starting(...starts), zone).map((item) => (item.kind === 'day' ? item.day : item.row.id));

test('one heading a day, and its bookings below', () => {
  const [late, noon, before] = ['2026-11-23T15:00:00Z', '2026-11-23T12:00:00Z', '2026-11-22T12:00:00Z'];
  expect(shape([late, noon, before], 'Europe/London')).toEqual([
    '2026-11-23',
    late,
    noon,
    '2026-11-22',
    before,
  ]);
});

test('days are the person’s own: labs around the world do not send them back and forth', () => {
  const starts = ['2026-11-24T01:00:00+13:00', '2026-11-23T06:00:00-05:00', '2026-11-23T00:30:00+00:00'];
  expect(shape(starts, 'Europe/London').filter((one) => one.length === 10)).toEqual(['2026-11-23']);
  expect(shape(starts, 'America/New_York').filter((one) => one.length === 10)).toEqual([
    '2026-11-23',
    '2026-11-22',
  ]);
});

test('nothing makes nothing', () => {
  expect(listItems([], 'UTC')).toEqual([]);
});

describe('where today is', () => {
  const items = listItems(
    starting('2026-11-25T12:00:00Z', '2026-11-23T12:00:00Z', '2026-11-20T12:00:00Z'),
    'UTC',
  );
  test.each([
    ['at its own heading', '2026-11-23', 2],
    ['where it would stand, on a day without bookings', '2026-11-24', 2],
    ['at the top, where everything is over', '2026-12-01', 0],
    ['nowhere, where everything is to come', '2026-11-01', -1],
  ])('%s', (_where, today, index) => {
    expect(indexOfToday(items, today)).toBe(index);
  });
});

test('without headings every booking still knows its day', () => {
  const items = listItems(starting('2026-11-23T12:00:00Z', '2026-11-20T12:00:00Z'), 'UTC', false);
  expect(items.map(({ kind, day }) => [kind, day])).toEqual([
    ['booking', '2026-11-23'],
    ['booking', '2026-11-20'],
  ]);
});

test('where the oldest comes first, today is where what is to come begins', () => {
  const items = listItems(starting('2026-11-20T12:00:00Z', '2026-11-25T12:00:00Z'), 'UTC');
  const days = ['2026-11-01', '2026-11-23', '2026-11-25', '2026-12-01'];
  expect(days.map((today) => indexOfToday(items, today, false))).toEqual([0, 2, 2, -1]);
});

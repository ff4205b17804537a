import { describe, expect, test } from 'vitest';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import type { SortColumn } from '../../../utils/bookings/sort.ts';
import { columnsOfDetails, newestFirst, sortColumns, sortRows } from '../../../utils/bookings/sort.ts';
import { aRow, someDetails } from '../support/bookings.ts';

const at = (id: string, start: string) => aRow({ id, start });
const ids = (rows: readonly BookingRow[]) => newestFirst(rows).map(({ id }) => id);

test('the newest comes first, by the instant and not by the wall clock', () => {
  const rows = [
    at('london', '2026-11-23T10:00:00.000+00:00'),
    at('auckland', '2026-11-23T22:00:00.000+13:00'),
    at('new-york', '2026-11-23T06:00:00.000-05:00'),
  ];
  expect(ids(rows)).toEqual(['new-york', 'london', 'auckland']);
});

test('bookings that start together stand in the same order however they came', () => {
  const rows = ['3', '1', '2'].map((id) => at(id, '2026-11-23T10:00:00.000+00:00'));
  expect(ids(rows)).toEqual(['3', '2', '1']);
  expect(ids(rows.toReversed())).toEqual(['3', '2', '1']);
});

test('what is given stays as it was', () => {
  const rows = [at('old', '2020-01-01T00:00:00Z'), at('new', '2026-01-01T00:00:00Z')];
  expect(ids(rows)).toEqual(['new', 'old']);
  expect(rows.map(({ id }) => id)).toEqual(['old', 'new']);
});

const named = (name: string | null, more: object = {}) => ({
  equipment: { id: '1', name, manufacturer: null, model: null, room: null, contact: null, ...more },
});
const detail = (over: Parameters<typeof someDetails>[0]) => ({ details: someDetails(over) });

/** Rows in ascending order; the last one has no value. */
const ordered: Record<SortColumn, Partial<BookingRow>[]> = {
  start: [
    { start: '2026-03-29T00:59:00+00:00' },
    { start: '2026-03-29T02:00:00+01:00' },
    { start: '2026-03-29T01:30:00+00:00' },
  ],
  end: [
    { end: '2026-10-25T01:30:00+01:00' },
    { end: '2026-10-25T01:00:00+00:00' },
    { end: '2026-10-25T01:30:00+00:00' },
  ],
  duration: [
    detail({ duration: 9 }),
    detail({ duration: 30 }),
    detail({ duration: 100 }),
    { start: '2026-11-19T10:00:00Z', end: '2026-11-19T12:00:00Z', details: null },
  ],
  equipment: [
    named('argon laser'),
    named('Confocal SP 8'),
    named('Confocal SP 10'),
    named('Élan ICP'),
    named('Zeiss'),
  ],
  manufacturer: [named('a', { manufacturer: 'Leica' }), named('a', { manufacturer: 'Zeiss' }), named('a')],
  model: [named('a', { model: 'T9' }), named('a', { model: 'T12' }), { equipment: null }],
  room: [named('a', { room: 'B 2' }), named('a', { room: 'B 11' }), named('a')],
  bookedBy: [
    detail({ requester: 'Ada' }),
    detail({ requester: 'Łukasz' }),
    detail({ requester: 'Zoë' }),
    detail({ requester: null }),
  ],
  lab: [{ lab: { id: '1', name: 'Lab 2' } }, { lab: { id: '2', name: 'Lab 11' } }, { lab: null }],
  requesterLab: [
    detail({ requesterLab: { id: '2', name: 'Byron Lab' } }),
    detail({ requesterLab: { id: '1', name: 'Curie Lab' } }),
    detail({ requesterLab: null }),
  ],
  note: [detail({ note: 'Laser' }), detail({ note: 'oil' }), detail({ note: null })],
  type: [detail({ type: 'external' }), detail({ type: 'use' }), { details: null }],
  status: [{ status: 'Booked' }, { status: 'Completed' }, { status: 'requested' }, { status: '' }],
  cost: [
    detail({ cost: '9.5' }),
    detail({ cost: '10.0' }),
    detail({ cost: 'EUR 12.50' }),
    detail({ cost: '£20' }),
    detail({ cost: '100' }),
    detail({ cost: null }),
  ],
  id: [{ id: '999' }, { id: '4980109' }, { id: '90071992547409931' }, { id: '90071992547409932' }],
};
/** Columns in which the last row above has a value like the others. */
const complete: SortColumn[] = ['start', 'end', 'duration', 'equipment', 'id'];

describe.each(sortColumns)('by %s', (column) => {
  const rows = ordered[column].map((over, index) => aRow({ id: String(index), ...over }));
  const sorted = (descending: boolean) => sortRows(rows.toReversed(), { column, descending }, 'en-GB');

  test('upwards', () => {
    expect(sorted(false)).toEqual(rows);
  });

  test('downwards; what has no value comes last either way', () => {
    const rest = complete.includes(column) ? rows : rows.slice(0, -1);
    expect(sorted(true)).toEqual([...rest.toReversed(), ...rows.slice(rest.length)]);
  });
});

test('names that differ in capitals only are one name; within it the newest comes first', () => {
  const rows = [
    aRow({ id: '1', start: '2026-01-01T00:00:00Z', status: 'Completed' }),
    aRow({ id: '2', start: '2026-02-01T00:00:00Z', status: 'completed' }),
    aRow({ id: '3', start: '2026-03-01T00:00:00Z', status: 'COMPLETED' }),
  ];
  const sorted = sortRows(rows, { column: 'status', descending: false }, 'en-GB');
  expect(sorted.map(({ id }) => id)).toEqual(['3', '2', '1']);
});

test.each(sortColumns.filter((column) => column !== 'start' && column !== 'id'))(
  'bookings that are equal by %s stand newest first, whatever their ids',
  (column) => {
    const rows = ['2026-01-01', '2026-03-01', '2026-02-01'].map((day, index) =>
      aRow({ id: String(3 - index), start: `${day}T10:00:00Z`, end: '2026-04-01T10:00:00Z' }),
    );
    for (const descending of [true, false])
      expect(sortRows(rows, { column, descending }, 'en-GB').map(({ id }) => id)).toEqual(['2', '1', '3']);
  },
);

test.each(sortColumns)('by %s, a booking of which nothing is known comes with the others', (column) => {
  const bare = aRow({ id: '1', equipment: null, lab: null, details: null, status: '' });
  const sorted = sortRows([bare, aRow()], { column, descending: false }, 'en-GB');
  expect(sorted.map(({ id }) => id).toSorted()).toEqual(['1', '4980109']);
});

test('the columns that need details are those that change when they come', () => {
  const bare = aRow({ details: null });
  const full = aRow({ details: someDetails({ requester: 'Ada', type: 'use', cost: '1', note: 'Laser' }) });
  const needing = sortColumns.filter(
    (column) => sortRows([bare, full], { column, descending: false }, 'en')[0] === full,
  );
  expect(needing.toSorted()).toEqual([...columnsOfDetails].toSorted());
});

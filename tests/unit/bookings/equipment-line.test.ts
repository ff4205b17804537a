import { expect, test } from 'vitest';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { beforeLastMaintenance, equipmentLines } from '../../../utils/bookings/equipment-line.ts';
import { findBookings } from '../../../utils/bookings/find.ts';
import { latestOfEach } from '../../../utils/bookings/view.ts';
import { aRow, criteria, someDetails } from '../support/bookings.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
/** A booking of November 2026, by its day. */
const on = (day: number, over: Partial<BookingRow> = {}): BookingRow => {
  const date = `2026-11-${String(day).padStart(2, '0')}`;
  return aRow({ id: String(day), start: `${date}T08:00:00Z`, end: `${date}T09:00:00Z`, ...over });
};
const maintenance = { details: someDetails({ type: 'Maintenance' }) };
const other = { ...aRow().equipment, id: '7', name: 'Centrifuge' } as BookingRow['equipment'];

test('a piece of equipment is told once, with its last completed and its last maintenance booking', () => {
  const all = [
    on(1, maintenance),
    on(5, maintenance),
    on(9),
    on(12, { status: 'Booked' }),
    on(14, { status: 'Cancelled', ...maintenance }),
    on(30, { ...maintenance, status: 'Booked' }),
  ];
  expect(equipmentLines([on(9), on(1)], all, now)).toEqual([
    {
      ...aRow().equipment,
      link: aRow().links.equipment,
      lastCompleted: all[2],
      lastMaintenance: all[1],
    },
  ]);
});

test('a booking that Calira calls completed ahead of its time is the last use: in the view and in the table', () => {
  const all = [on(9), on(30), on(28, { status: 'Booked' })];
  const { rows } = findBookings(all, criteria({ view: 'bookedEquipment' }), now, 'Europe/London');
  expect(latestOfEach(rows).map(({ id }) => id)).toEqual(['30']);
  expect(equipmentLines(rows, all, now)[0]?.lastCompleted?.id).toBe('30');
});

test('of bookings that start together, view and table take the same one, in whatever order they came', () => {
  const all = [on(9, { id: '101' }), on(9, { id: '99' })];
  for (const order of [all, all.toReversed()]) {
    expect(latestOfEach(order)[0]?.id).toBe('101');
    expect(equipmentLines(order, order, now)[0]?.lastCompleted?.id).toBe('101');
  }
});

test.each([
  ['has begun', '2026-11-23T11:59:00Z', 'begun'],
  ['begins now', '2026-11-23T12:00:00Z', 'begun'],
  ['is to come', '2026-11-23T12:01:00Z', undefined],
])('a maintenance that is only booked is the last one where it %s', (_when, start, id) => {
  const booked = on(23, { ...maintenance, id: 'begun', status: 'Booked', start });
  expect(equipmentLines([on(9)], [on(9), booked], now)[0]?.lastMaintenance?.id).toBe(id);
});

test('several pieces are told in the order in which they were chosen, each as it is', () => {
  const lines = equipmentLines([on(2, { equipment: null }), on(3, { equipment: other }), on(9)], [], now);
  expect(lines.map(({ id, name }) => [id, name])).toEqual([
    ['7', 'Centrifuge'],
    ['92515', 'Confocal microscope SP8'],
  ]);
});

test('what was never completed or maintained says so, and what names no equipment is no piece', () => {
  const lines = equipmentLines([on(2, { equipment: other }), on(3, { equipment: null })], [], now);
  expect(lines.map(({ id, lastCompleted, lastMaintenance }) => [id, lastCompleted, lastMaintenance])).toEqual(
    [['7', null, null]],
  );
});

test.each<[string, BookingRow[], string[]]>([
  ['everything, newest first', [on(3, { details: null }), on(8, { details: null })], ['8', '3']],
  [
    'nothing older than a maintenance that is known',
    [on(3, { details: null }), on(5, maintenance), on(8, { details: null })],
    ['8'],
  ],
  ['nothing that is known', [on(3), on(8)], []],
  ['nothing where the newest is a maintenance', [on(3, { details: null }), on(8, maintenance)], []],
  [
    'nothing of the future, or called off',
    [on(28, { details: null, status: 'Booked' }), on(8, { details: null, status: 'Declined' })],
    [],
  ],
  ['no more than so many', [1, 2, 3, 4].map((day) => on(day, { details: null })), ['4', '3', '2']],
  ['nothing of other equipment', [on(3, { details: null, equipment: other })], []],
])('to find the last maintenance, details are read of %s', (_what, all, ids) => {
  expect(beforeLastMaintenance([on(9)], all, now, 3)).toEqual(ids);
});

import { describe, expect, test } from 'vitest';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import type { Criteria } from '../../../utils/bookings/find.ts';
import { findBookings, isMaintenance } from '../../../utils/bookings/find.ts';
import { latestOfEach } from '../../../utils/bookings/view.ts';
import { aRow, criteria, someDetails } from '../support/bookings.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const zone = 'Europe/London';

const piece = (id: string, name = id) => ({
  id,
  name,
  manufacturer: null,
  model: null,
  room: null,
  contact: null,
});
const service = someDetails({ type: 'Maintenance', requester: null, note: 'Laser replaced' });
const rows: BookingRow[] = [
  aRow({ id: 'ada', equipment: piece('e1') }),
  aRow({ id: 'bill', details: someDetails({ requester: 'Bill' }), equipment: piece('e2') }),
  aRow({ id: 'service', details: service, lab: { id: '1208', name: 'Cytometry' }, equipment: piece('e1') }),
  aRow({ id: 'unread', details: null, equipment: piece('e1') }),
  aRow({ id: 'homeless', details: null, lab: null, equipment: null }),
  aRow({ id: 'nobody', details: someDetails({ requester: null, equipment: null }), equipment: null }),
  aRow({ id: 'off', status: 'Cancelled' }),
];

const find = (over: Partial<Criteria>, among = rows) => {
  const { rows: found, unchecked, candidates } = findBookings(among, criteria(over), now, zone);
  const ids = (list: BookingRow[]) => list.map(({ id }) => id);
  return { found: ids(found), unchecked: ids(unchecked), candidates };
};

describe('filters', () => {
  const everything = ['ada', 'bill', 'service', 'unread', 'homeless', 'nobody'];
  test.each<[string, Partial<Criteria>, string[], string[], number]>([
    ['none', {}, everything, [], 6],
    ['a lab', { lab: { id: '1208', name: '' } }, ['service'], ['homeless'], 2],
    ['a piece of equipment', { equipment: piece('e2') }, ['bill'], ['homeless'], 2],
    ['a person', { bookedBy: 'Bill' }, ['bill'], ['unread', 'homeless'], 6],
    ['maintenance', { maintenanceOnly: true }, ['service'], ['unread', 'homeless'], 6],
    ['a search in what is known', { search: 'cytometry' }, ['service'], ['unread', 'homeless'], 6],
    ['a search in details', { search: 'laser' }, ['service'], ['unread', 'homeless'], 6],
    [
      'several: details are wanted only of what the others leave',
      { equipment: piece('e1'), bookedBy: 'Ada Byron' },
      ['ada'],
      ['unread', 'homeless'],
      4,
    ],
    ['a lab and a search', { lab: { id: '1208', name: '' }, search: 'nowhere' }, [], ['homeless'], 2],
  ])('%s', (_what, over, found, unchecked, candidates) => {
    expect(find(over)).toEqual({ found, unchecked, candidates });
  });
});

test('equipment: the completed bookings that the filters leave, of which each piece is shown with its latest', () => {
  const at = (id: string, day: string, details: BookingRow['details'], status = 'Completed') =>
    aRow({ id, start: `${day}T10:00:00Z`, end: `${day}T11:00:00Z`, equipment: piece('e1'), details, status });
  const uses = [
    at('use', '2026-11-10', someDetails()),
    at('earlier-service', '2026-11-01', service),
    at('service', '2026-11-05', service),
    at('not-completed', '2026-11-20', someDetails(), 'Booked'),
  ];
  const latest = (over: Partial<Criteria>) => {
    const { rows: found } = findBookings(uses, criteria({ view: 'bookedEquipment', ...over }), now, zone);
    return latestOfEach(found).map(({ id }) => id);
  };
  expect(find({ view: 'bookedEquipment' }, uses).found).toEqual(['use', 'earlier-service', 'service']);
  expect(latest({})).toEqual(['use']);
  expect(latest({ maintenanceOnly: true })).toEqual(['service']);
});

describe('days, in the person’s own zone', () => {
  const span = (start: string, end: string, from: string | null, to: string | null, ownZone = zone) =>
    findBookings([aRow({ start, end })], criteria({ days: { from, to } }), now, ownZone).rows.length === 1;

  test.each([
    ['within', '2026-11-23T09:00Z', '2026-11-23T10:00Z', '2026-11-23', '2026-11-23', true],
    ['the day before', '2026-11-22T09:00Z', '2026-11-22T10:00Z', '2026-11-23', '2026-11-23', false],
    ['until midnight', '2026-11-22T22:00Z', '2026-11-23T00:00Z', '2026-11-23', '2026-11-23', false],
    ['into the night', '2026-11-22T22:00Z', '2026-11-23T01:00Z', '2026-11-23', '2026-11-23', true],
    ['from midnight on', '2026-11-24T00:00Z', '2026-11-24T01:00Z', '2026-11-23', '2026-11-23', false],
    ['of no length, at midnight', '2026-11-23T00:00Z', '2026-11-23T00:00Z', '2026-11-23', null, true],
    ['since', '2026-11-23T09:00Z', '2026-11-23T10:00Z', '2026-11-23', null, true],
    ['until', '2026-11-24T09:00Z', '2026-11-24T10:00Z', null, '2026-11-23', false],
    // 29 March 2026 has 23 hours in London, 25 October 25.
    ['last minute of spring day', '2026-03-29T22:30Z', '2026-03-29T22:59Z', '2026-03-29', '2026-03-29', true],
    ['after the spring day', '2026-03-29T23:00Z', '2026-03-29T23:30Z', '2026-03-29', '2026-03-29', false],
    ['first hour of autumn day', '2026-10-24T23:00Z', '2026-10-24T23:30Z', '2026-10-25', '2026-10-25', true],
    ['last hour of autumn day', '2026-10-25T23:30Z', '2026-10-25T23:59Z', '2026-10-25', '2026-10-25', true],
    ['after the autumn day', '2026-10-26T00:00Z', '2026-10-26T00:30Z', '2026-10-25', '2026-10-25', false],
  ])('%s', (_what, start, end, from, to, expected) => {
    expect(span(start, end, from, to)).toBe(expected);
  });

  test('another zone has other days', () => {
    expect(span('2026-11-23T20:00Z', '2026-11-23T21:00Z', '2026-11-24', null, 'Asia/Tokyo')).toBe(true);
    expect(span('2026-11-23T20:00Z', '2026-11-23T21:00Z', '2026-11-24', null)).toBe(false);
  });
});

test.each([
  [aRow({ details: null }), 'unknown'],
  [aRow({ details: service }), 'yes'],
  [aRow({ details: someDetails({ type: null }) }), 'no'],
  [aRow({ details: someDetails({ type: 'use' }) }), 'no'],
])('maintenance is what Calira calls so', (row, match) => {
  expect(isMaintenance(row)).toBe(match);
});

import { describe, expect, test } from 'vitest';
import type { View } from '../../../utils/bookings/view.ts';
import { isInView, latestOfEach } from '../../../utils/bookings/view.ts';
import { aRow } from '../support/bookings.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const past = { start: '2026-11-20T10:00:00Z', end: '2026-11-20T12:00:00Z' };
const going = { start: '2026-11-23T11:00:00Z', end: '2026-11-23T13:00:00Z' };
const coming = { start: '2026-11-24T10:00:00Z', end: '2026-11-24T12:00:00Z' };

describe('a booking is in', () => {
  test.each<[string, object, string, View[]]>([
    ['to come', coming, 'Booked', ['booked', 'bookedAndCompleted']],
    ['going on', going, 'Booked', ['booked', 'bookedAndCompleted']],
    ['going on, in Calira’s other words', going, 'In Progress', ['booked', 'bookedAndCompleted']],
    ['over and still called Booked', past, 'Booked', ['bookedAndCompleted']],
    [
      'that ends this very moment',
      { ...past, end: '2026-11-23T12:00:00Z' },
      'Booked',
      ['bookedAndCompleted'],
    ],
    ['requested', coming, 'requested', ['booked', 'bookedAndCompleted']],
    ['with a status that nobody has seen yet', past, 'Awaiting <approval>', ['bookedAndCompleted']],
    ['without a status', coming, '', ['booked', 'bookedAndCompleted']],
    ['completed', past, 'Completed', ['bookedAndCompleted', 'bookedEquipment']],
    ['completed, in another letter case', past, 'completed', ['bookedAndCompleted', 'bookedEquipment']],
    ['completed before its end', coming, 'COMPLETED', ['bookedAndCompleted', 'bookedEquipment']],
    ['declined', coming, 'Declined', []],
    ['cancelled', coming, 'CANCELLED', []],
    ['cancelled, in American spelling', past, 'canceled', []],
  ])('%s', (_what, times, status, expected) => {
    const row = aRow({ ...times, status });
    const views: View[] = ['booked', 'bookedAndCompleted', 'bookedEquipment'];
    expect(views.filter((view) => isInView(row, view, now))).toEqual(expected);
  });

  test('a booking without equipment says nothing about equipment', () => {
    expect(isInView(aRow({ ...past, equipment: null }), 'bookedEquipment', now)).toBe(false);
  });
});

test('of each piece of equipment there is the booking that started last', () => {
  const piece = (id: string) => ({
    id,
    name: id,
    manufacturer: null,
    model: null,
    room: null,
    contact: null,
  });
  const rows = [
    aRow({ id: '1', start: '2026-11-01T10:00:00Z', equipment: piece('a') }),
    aRow({ id: '2', start: '2026-11-03T10:00:00Z', equipment: piece('a') }),
    aRow({ id: '3', start: '2026-11-02T10:00:00Z', equipment: piece('a') }),
    aRow({ id: '4', start: '2020-01-01T10:00:00Z', equipment: piece('b') }),
    aRow({ id: '5', equipment: null }),
  ];
  expect(latestOfEach(rows).map(({ id }) => id)).toEqual(['2', '4']);
});

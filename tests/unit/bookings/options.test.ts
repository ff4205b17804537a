import { describe, expect, test } from 'vitest';
import { neighboursOf } from '../../../utils/bookings/neighbours.ts';
import { matchingOptions, optionsIn } from '../../../utils/bookings/options.ts';
import { aRow, criteria, someDetails } from '../support/bookings.ts';

const piece = (id: string, name: string | null) => ({
  id,
  name,
  manufacturer: null,
  model: null,
  room: null,
  contact: null,
});

test('filters offer what occurs, once and in natural order', () => {
  const rows = [
    aRow({ equipment: piece('2', 'SP 10'), lab: { id: '2', name: 'Cytometry' } }),
    aRow({ equipment: piece('1', 'SP 8'), details: someDetails({ requester: 'Zoë' }) }),
    aRow({ equipment: piece('1', 'SP 8'), details: someDetails({ requester: null }) }),
    aRow({ equipment: piece('3', null), lab: { id: '3', name: null }, details: null }),
    aRow({ equipment: null, lab: null, details: someDetails({ requester: 'bill' }) }),
  ];
  expect(optionsIn(rows, 'en-GB')).toEqual({
    labs: [
      { id: '2', name: 'Cytometry' },
      { id: '1207', name: 'Imaging Core' },
    ],
    equipment: [
      { id: '1', name: 'SP 8' },
      { id: '2', name: 'SP 10' },
    ],
    people: ['Ada Byron', 'bill', 'Zoë'],
  });
});

describe('what somebody types narrows the offer', () => {
  const options = Array.from({ length: 120 }, (_, index) => ({
    id: String(index),
    name: `Émission ${index}`,
  }));
  test.each([
    ['', 50, 70],
    ['emission', 50, 70],
    ['11 EMI', 11, 0],
    ['nothing', 0, 0],
    [' 11  emi ', 11, 0],
  ])('%o: %i and %i more', (typed, shown, more) => {
    const matching = matchingOptions(options, typed, 50);
    expect([matching.shown.length, matching.more]).toEqual([shown, more]);
  });
});

describe('around a period', () => {
  const now = Date.parse('2026-12-24T12:00:00Z');
  const at = (day: string) => aRow({ id: day, start: `${day}T10:00:00Z`, end: `${day}T11:00:00Z` });
  const rows = ['2026-11-20', '2026-11-10', '2026-11-30', '2026-11-28'].map(at);
  test.each([
    ['2026-11-22', '2026-11-24', '2026-11-20', '2026-11-28'],
    ['2026-11-01', '2026-11-02', undefined, '2026-11-10'],
    ['2026-12-01', null, '2026-11-30', undefined],
    [null, '2026-11-01', undefined, '2026-11-10'],
  ])('%s to %s stand %s and %s', (from, to, previous, next) => {
    const found = neighboursOf(rows, criteria({ days: { from, to } }), now, 'Europe/London');
    expect([found.previous?.id, found.next?.id]).toEqual([previous, next]);
  });

  test('of equipment, the nearest use of a piece counts, not only its latest', () => {
    const days = { from: '2026-11-12', to: '2026-11-14' };
    const found = neighboursOf(rows, criteria({ view: 'bookedEquipment', days }), now, 'Europe/London');
    expect([found.previous?.id, found.next?.id]).toEqual(['2026-11-10', '2026-11-20']);
  });

  test('what the other filters leave out is no neighbour', () => {
    const days = { from: '2026-11-22', to: '2026-11-24' };
    const off = rows.map((row) => (row.id === '2026-11-28' ? { ...row, status: 'Cancelled' } : row));
    expect(neighboursOf(off, criteria({ days }), now, 'Europe/London').next?.id).toBe('2026-11-30');
  });
});

import { expect, test } from 'vitest';
import { seedCalira } from '../../sandbox/calira/data/seed-calira.ts';
import { offsetMinutes, zonedInstant, zonedIso } from '../../sandbox/calira/data/zoned-time.ts';

const NOW = Date.parse('2026-11-23T14:05:00Z');
const HOUR = 3_600_000;

test('the same seed gives the same data, another seed other bookings', () => {
  expect(seedCalira(7, NOW)).toEqual(seedCalira(7, NOW));
  expect([...seedCalira(8, NOW).bookings.values()]).not.toEqual([...seedCalira(7, NOW).bookings.values()]);
});

test.each([1, 2, 3, 4, 5])('seed %i looks like a core facility', (seed) => {
  const { accounts, bookings, equipment } = seedCalira(seed, NOW);
  const all = [...bookings.values()];
  const zones = new Set([...accounts.values()].map(({ timezone }) => timezone));
  expect(zones.size).toBeGreaterThanOrEqual(6);
  expect(all.filter(({ providerLabId }) => providerLabId === 1207).length).toBeGreaterThanOrEqual(140);
  expect(bookings.get(4980109)).toMatchObject({ equipmentId: 92515, status: 'Completed' });
  expect(all.some(({ start, end }) => start <= NOW && NOW < end)).toBe(true);
  expect(all.every(({ start }) => Math.abs(start - NOW) < 96 * 24 * HOUR)).toBe(true);
  const words = new Set(all.map(({ status }) => status.toLowerCase()));
  for (const word of ['booked', 'completed', 'declined', 'cancelled', 'requested'])
    expect(words).toContain(word);
  expect(all.some(({ type, note }) => type === 'maintenance' && note !== null)).toBe(true);
  expect(all.some(({ requester }) => requester === null)).toBe(true);
  expect(all.some(({ blank }) => blank.includes('provider_lab'))).toBe(true);
  expect([...equipment.values()].some(({ legacyModelKey }) => legacyModelKey)).toBe(true);
  expect(
    all.every(({ equipmentId, providerLabId }) => equipment.get(equipmentId)?.labId === providerLabId),
  ).toBe(true);
});

test.each([
  { bookings: 20, labs: 5 },
  { bookings: 1000, labs: 1, equipment: 3 },
  { bookings: 20_000, labs: 300, equipment: 2000 },
])('the sizes asked for are the sizes given: %o', (sizes) => {
  const { accounts, bookings, equipment } = seedCalira(1, NOW, sizes);
  expect(bookings.size).toBe(sizes.bookings);
  expect([...accounts.values()].filter(({ accountType }) => accountType === 'lab')).toHaveLength(sizes.labs);
  if (sizes.equipment !== undefined) expect(equipment.size).toBe(sizes.equipment);
});

test.each([
  ['2022-03-29T08:45:00Z', 'Europe/London', '2022-03-29T09:45:00.000+01:00'],
  ['2022-03-20T09:45:00Z', 'Europe/London', '2022-03-20T09:45:00.000+00:00'],
  ['2026-07-01T12:00:00Z', 'Asia/Kolkata', '2026-07-01T17:30:00.000+05:30'],
  ['2026-12-01T20:00:00Z', 'America/New_York', '2026-12-01T15:00:00.000-05:00'],
  ['2026-12-31T12:00:00Z', 'Pacific/Auckland', '2027-01-01T01:00:00.000+13:00'],
])('%s in %s is written %s', (instant, zone, written) => {
  expect(zonedIso(Date.parse(instant), zone)).toBe(written);
});

test('a wall-clock time is found on the other side of a change of the clocks', () => {
  const before = Date.parse('2026-03-27T12:00:00Z');
  expect(zonedIso(zonedInstant(before, 'Europe/Berlin', 3, 9 * 60), 'Europe/Berlin')).toBe(
    '2026-03-30T09:00:00.000+02:00',
  );
  expect(offsetMinutes(before, 'Europe/Berlin')).toBe(60);
});

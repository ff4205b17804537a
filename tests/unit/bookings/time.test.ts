import { describe, expect, test } from 'vitest';
import {
  dayOf,
  durationOf,
  formatAgo,
  formatDay,
  formatDuration,
  formatInstant,
  formatShortDay,
} from '../../../utils/bookings/time.ts';

describe('a calendar day', () => {
  test.each([
    ['2026-11-23T23:30:00Z', 'Europe/London', '2026-11-23'],
    ['2026-11-23T23:30:00Z', 'Europe/Berlin', '2026-11-24'],
    ['2026-11-23T23:30:00Z', 'Pacific/Auckland', '2026-11-24'],
    ['2026-11-24T04:30:00Z', 'America/New_York', '2026-11-23'],
    ['2026-11-23T18:29:59Z', 'Asia/Kolkata', '2026-11-23'],
    ['2026-11-23T18:30:00Z', 'Asia/Kolkata', '2026-11-24'],
    ['2026-11-23T23:30:00Z', '+05:30', '2026-11-24'],
    [Date.parse('2026-01-05T00:00:00Z'), 'UTC', '2026-01-05'],
    ['2026-11-23T23:59:59.999Z', 'Europe/London', '2026-11-23'],
    // In the night of a change, each instant is asked for.
    ['2026-10-25T23:59:59.999Z', 'Europe/London', '2026-10-25'],
    ['2026-03-29T22:59:59.999Z', 'Europe/London', '2026-03-29'],
    ['2026-03-29T23:00:00.000Z', 'Europe/London', '2026-03-30'],
  ])('of %s in %s is %s', (time, zone, day) => {
    expect(dayOf(time, zone)).toBe(day);
  });
});

describe('an instant in a document', () => {
  test.each([
    ['2026-11-19T10:00:00.000+00:00', 'Europe/London', '19 Nov 2026, 10:00 GMT'],
    ['2026-07-19T10:00:00.000+01:00', 'Europe/London', '19 Jul 2026, 10:00 BST'],
    ['2026-07-19T12:00:00.000+02:00', 'Europe/Berlin', '19 Jul 2026, 12:00 CEST'],
    ['2026-07-19T06:00:00.000-04:00', 'America/New_York', '19 Jul 2026, 06:00 GMT-4'],
    ['2026-07-19T15:30:00.000+05:30', 'Asia/Kolkata', '19 Jul 2026, 15:30 GMT+5:30'],
    ['2026-07-19T15:30:00.000+05:30', '+05:30', '19 Jul 2026, 15:30 GMT+5:30'],
    ['2026-07-19T00:00:00Z', 'UTC', '19 Jul 2026, 00:00 UTC'],
  ])('%s in %s: %s', (time, zone, words) => {
    expect(formatInstant(time, zone, 'en-GB')).toBe(words);
  });

  test('in the hour that comes twice, the zone tells which one it is', () => {
    expect(formatInstant('2026-10-25T00:30:00Z', 'Europe/London', 'en-GB')).toBe('25 Oct 2026, 01:30 BST');
    expect(formatInstant('2026-10-25T01:30:00Z', 'Europe/London', 'en-GB')).toBe('25 Oct 2026, 01:30 GMT');
  });
});

test.each([
  ['2026-11-23', 'Monday 23 November'],
  ['2025-11-23', 'Sunday, 23 November 2025'],
  ['2027-01-01', 'Friday, 1 January 2027'],
])('the heading of %s in 2026: %s', (day, words) => {
  expect(formatDay(day, Date.parse('2026-06-15T12:00:00Z'), 'en-GB')).toBe(words);
});

test.each([
  ['2026-11-23', 'en-GB', 'Mon 23 Nov'],
  ['2026-01-01', 'en-GB', 'Thu 1 Jan'],
  ['2025-12-31', 'en-GB', 'Wed, 31 Dec 2025'],
  ['2027-01-01', 'en-GB', 'Fri, 1 Jan 2027'],
  ['2026-11-23', 'de', 'Mo., 23. Nov.'],
])('beside a time, %s is in 2026 and in %s: %s', (day, locale, words) => {
  expect(formatShortDay(day, Date.parse('2026-06-15T12:00:00Z'), locale)).toBe(words);
});

test.each([
  [0, null],
  [59_999, null],
  [60_000, '1 min ago'],
  [4 * 60_000 + 59_000, '4 min ago'],
  [59 * 60_000, '59 min ago'],
  [60 * 60_000, '1 hr ago'],
  [23.9 * 3_600_000, '23 hr ago'],
  [24 * 3_600_000, '1 day ago'],
  [9 * 86_400_000, '9 days ago'],
])('%s ms ago: %s', (age, words) => {
  expect(formatAgo(age, 'en-GB')).toBe(words);
});

describe('how long a booking is', () => {
  const nine = { start: '2026-11-23T09:00:00Z', end: '2026-11-23T12:15:00Z', timeZone: null };
  test.each([
    ['Calira’s own figure, whatever the times say', nine, 60, 60],
    ['none at all, if Calira says so', nine, 0, 0],
    ['from the times, before the details have come', nine, undefined, 195],
    ['from the times, where Calira gives no figure', nine, null, 195],
    [
      'by the instants, in the night when the clocks change',
      { start: '2026-03-29T00:30:00+00:00', end: '2026-03-29T02:30:00+01:00', timeZone: 'Europe/London' },
      null,
      60,
    ],
    ['never less than nothing', { ...nine, end: '2026-11-23T08:00:00Z' }, null, 0],
  ])('%s', (_how, period, known, minutes) => {
    expect(durationOf(period, known)).toBe(minutes);
  });

  test.each([
    [0, '0 min'],
    [1, '1 min'],
    [45, '45 min'],
    [60, '1 h'],
    [195, '3 h 15 min'],
    [1440, '24 h'],
    [60_000, '1,000 h'],
    [12.5, '12.5 min'],
  ])('%d minutes: %s, and never torn apart at the end of a line', (minutes, words) => {
    const written = formatDuration(minutes, 'en-GB');
    expect(written.replaceAll('\u00a0', ' ')).toBe(words);
    expect(written).not.toMatch(/\d /);
  });
});

describe('the day of an instant is the one that Intl tells, at every quarter of an hour around both changes', () => {
  test.each([
    ['Europe/London', '2026-03-28', '2026-10-24'],
    ['America/New_York', '2026-03-07', '2026-10-31'],
    ['Pacific/Auckland', '2026-04-04', '2026-09-26'],
    ['Australia/Lord_Howe', '2026-04-04', '2026-10-03'],
    ['Africa/Cairo', '2026-04-23', '2026-10-29'],
    // Twice within five weeks: during Ramadan the clocks are put back.
    ['Africa/Casablanca', '2026-02-14', '2026-03-21'],
    ['Asia/Kolkata', '2026-03-28', '2026-10-24'],
    ['+05:30', '2026-03-28', '2026-10-24'],
  ])('%s', (zone, ...days) => {
    const told = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
    for (const day of days)
      for (let quarter = 0; quarter < 3 * 96; quarter += 1) {
        const instant = Date.parse(`${day}T00:00:00Z`) + quarter * 900_000;
        expect(dayOf(instant, zone)).toBe(told.format(instant));
      }
  });
});

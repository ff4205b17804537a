import { describe, expect, test } from 'vitest';
import { formatPeriod, zoneOf } from '../../../utils/bookings/time.ts';

/** Intl sets thin spaces around some dashes; which ones is its own business. */
const plain = (words: string | null) => words?.replaceAll('\u2009', ' ') ?? null;

/** The lab’s words for a period, read by a person of the same zone, under the day on which it starts. */
const inLab = (timeZone: string | null, start: string, end: string) =>
  plain(formatPeriod({ start, end, timeZone }, 'en-GB', timeZone ?? 'UTC', start.slice(0, 10)).lab);

describe('the period in the lab’s zone', () => {
  test.each([
    ['within a day', 'Europe/London', '2026-11-23T09:00:00Z', '2026-11-23T10:30:00Z', '09:00–10:30 GMT'],
    [
      'in summer time',
      'Europe/London',
      '2026-07-01T09:00:00+01:00',
      '2026-07-01T10:30:00+01:00',
      '09:00–10:30 BST',
    ],
    [
      'half an hour beside the others',
      'Asia/Kolkata',
      '2026-11-23T09:00:00+05:30',
      '2026-11-23T10:00:00+05:30',
      '09:00–10:00 GMT+5:30',
    ],
    [
      'across midnight',
      'Europe/London',
      '2026-11-23T22:00:00Z',
      '2026-11-24T02:00:00Z',
      '22:00 – 24 Nov, 02:00 GMT',
    ],
    [
      'across the new year',
      'Europe/London',
      '2026-12-31T22:00:00Z',
      '2027-01-01T02:00:00Z',
      '22:00 – 1 Jan 2027, 02:00 GMT',
    ],
    [
      'over several days',
      'Europe/London',
      '2026-11-23T09:00:00Z',
      '2026-11-25T17:00:00Z',
      '09:00 – 25 Nov, 17:00 GMT',
    ],
    ['of no length', 'Europe/London', '2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z', '09:00 GMT'],
    [
      'that ends before it starts',
      'Europe/London',
      '2026-11-23T10:00:00Z',
      '2026-11-23T09:00:00Z',
      '10:00–09:00 GMT',
    ],
  ])('%s', (_what, zone, start, end, words) => {
    expect(inLab(zone, start, end)).toBe(words);
  });
});

describe('where the clocks change during the booking, both ends say their zone', () => {
  test.each([
    [
      'Europe/London',
      '2026-03-29T00:30:00+00:00',
      '2026-03-29T02:30:00+01:00',
      '00:30 GMT – 02:30 BST', // one hour
    ],
    [
      'Europe/London',
      '2026-10-25T01:30:00+01:00',
      '2026-10-25T01:30:00+00:00',
      '01:30 BST – 01:30 GMT', // one hour too
    ],
    [
      'America/New_York',
      '2026-03-08T01:30:00-05:00',
      '2026-03-08T03:30:00-04:00',
      '01:30 GMT-5 – 03:30 GMT-4',
    ],
    [
      'America/New_York',
      '2026-11-01T00:30:00-04:00',
      '2026-11-01T01:30:00-05:00',
      '00:30 GMT-4 – 01:30 GMT-5',
    ],
    [
      'Pacific/Auckland',
      '2026-09-27T01:30:00+12:00',
      '2026-09-27T03:30:00+13:00',
      '01:30 GMT+12 – 03:30 GMT+13',
    ],
    [
      'Pacific/Auckland',
      '2026-04-05T01:30:00+13:00',
      '2026-04-05T03:30:00+12:00',
      '01:30 GMT+13 – 03:30 GMT+12',
    ],
    [
      'Europe/London',
      '2026-10-24T22:00:00+01:00',
      '2026-10-25T06:00:00+00:00',
      '22:00 BST – 25 Oct, 06:00 GMT',
    ],
  ])('%s, %s to %s', (zone, start, end, words) => {
    expect(inLab(zone, start, end)).toBe(words);
  });

  test('and so does the person’s own time', () => {
    const period = { start: '2026-10-25T00:30:00Z', end: '2026-10-25T01:30:00Z', timeZone: 'Asia/Kolkata' };
    expect(formatPeriod(period, 'en-GB', 'Europe/London', '2026-10-25')).toEqual({
      lab: '06:00–07:00 GMT+5:30',
      own: '01:30 BST – 01:30 GMT',
    });
  });
});

describe('while the lab’s zone is unknown', () => {
  test.each([
    ['2026-11-23T09:00:00.000+05:30', '+05:30', '09:00–10:00 GMT+5:30'],
    ['2026-11-23T09:00:00.000-0330', '-03:30', '09:00–10:00 GMT-3:30'],
    ['2026-11-23T09:00:00.000+00:00', '+00:00', '09:00–10:00 GMT'],
    ['2026-11-23T09:00:00Z', 'UTC', '09:00–10:00 UTC'],
  ])('%s is told in the offset that Calira gave', (start, zone, words) => {
    const end = start.replace('T09', 'T10');
    expect(zoneOf({ start, end, timeZone: null })).toBe(zone);
    expect(inLab(null, start, end)).toBe(words);
  });
});

describe('the person’s own time', () => {
  const morning = {
    start: '2026-11-23T09:00:00Z',
    end: '2026-11-23T10:00:00Z',
    timeZone: 'Europe/London',
  };
  test.each([
    ['Europe/London', null],
    ['Europe/Lisbon', null],
    ['Europe/Berlin', '10:00–11:00'],
    ['Asia/Kolkata', '14:30–15:30'],
    ['America/New_York', '04:00–05:00'],
  ])('in %s: %s', (ownZone, own) => {
    expect(formatPeriod(morning, 'en-GB', ownZone, '2026-11-23').own).toBe(own);
  });

  test('names the day on which it ends where it crosses midnight: the heading names the other', () => {
    const late = { ...morning, start: '2026-11-23T14:00:00Z', end: '2026-11-23T16:00:00Z' };
    const { own } = formatPeriod(late, 'en-GB', 'Asia/Tokyo', '2026-11-23');
    expect(plain(own)).toBe('23:00 – 24 Nov, 01:00');
  });

  test('decides the heading; a lab whose day is another one names it', () => {
    const early = {
      start: '2026-11-24T08:00:00+13:00',
      end: '2026-11-24T09:00:00+13:00',
      timeZone: 'Pacific/Auckland',
    };
    expect(formatPeriod(early, 'en-GB', 'Europe/London', '2026-11-23')).toEqual({
      lab: '24 Nov, 08:00–09:00 GMT+13',
      own: '19:00–20:00',
    });
  });

  test('a lab whose days are both others than the heading names both', () => {
    const night = {
      start: '2026-11-24T23:00:00+13:00',
      end: '2026-11-25T02:00:00+13:00',
      timeZone: 'Pacific/Auckland',
    };
    const { lab, own } = formatPeriod(night, 'en-GB', 'America/Los_Angeles', '2026-11-24');
    expect(plain(lab)).toBe('23:00 – 25 Nov, 02:00 GMT+13');
    expect(plain(own)).toBe('02:00–05:00');
    expect(plain(formatPeriod(night, 'en-GB', 'America/Los_Angeles', '2026-11-23').lab)).toBe(
      '24 Nov, 23:00 GMT+13 – 25 Nov, 02:00 GMT+13',
    );
  });

  test('is told where only one end differs: the zones part company in the night of a change', () => {
    const night = {
      start: '2026-10-24T23:00:00Z',
      end: '2026-10-25T05:00:00Z',
      timeZone: 'Africa/Lagos',
    };
    expect(formatPeriod(night, 'en-GB', 'Europe/London', '2026-10-25').own).not.toBeNull();
  });
});

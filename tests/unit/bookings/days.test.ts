import { describe, expect, test } from 'vitest';
import { dayText, parseDay } from '../../../utils/bookings/day-input.ts';
import type { Period } from '../../../utils/bookings/days.ts';
import { addDays, nameOfDay, presets, rangeOf, startOfDay, withEnd } from '../../../utils/bookings/days.ts';
import { dayOf } from '../../../utils/bookings/time.ts';

describe('a day begins', () => {
  test.each([
    ['2026-11-23', 'Europe/London', '2026-11-23T00:00:00Z'],
    ['2026-07-01', 'Europe/London', '2026-06-30T23:00:00Z'],
    ['2026-03-29', 'Europe/London', '2026-03-29T00:00:00Z'],
    ['2026-03-30', 'Europe/London', '2026-03-29T23:00:00Z'],
    ['2026-10-25', 'Europe/London', '2026-10-24T23:00:00Z'],
    ['2026-10-26', 'Europe/London', '2026-10-26T00:00:00Z'],
    ['2026-11-23', 'Asia/Kolkata', '2026-11-22T18:30:00Z'],
    ['2026-11-23', 'Pacific/Kiritimati', '2026-11-22T10:00:00Z'],
    ['2026-11-23', 'Pacific/Pago_Pago', '2026-11-23T11:00:00Z'],
    // In Beirut and Cairo the clocks go forward at midnight: the day begins at one.
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
  ])('%s in %s at %s', (day, zone, instant) => {
    expect(new Date(startOfDay(day, zone)).toISOString()).toBe(instant.replace('Z', '.000Z'));
  });
});

test.each([
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-03-29', 1, '2026-03-30'],
  ['2026-10-25', -1, '2026-10-24'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s and %i days is %s', (day, count, expected) => {
  expect(addDays(day, count)).toBe(expected);
});

describe('a period that moves with today', () => {
  test.each<[Period, string, number, string | null, string | null]>([
    [{ preset: 'today' }, '2026-11-23', 1, '2026-11-23', '2026-11-23'],
    [{ preset: 'yesterday' }, '2026-11-01', 1, '2026-10-31', '2026-10-31'],
    [{ preset: 'thisWeek' }, '2026-11-23', 1, '2026-11-23', '2026-11-29'],
    [{ preset: 'thisWeek' }, '2026-11-29', 1, '2026-11-23', '2026-11-29'],
    [{ preset: 'thisWeek' }, '2026-11-29', 7, '2026-11-29', '2026-12-05'],
    [{ preset: 'thisWeek' }, '2026-11-28', 6, '2026-11-28', '2026-12-04'],
    [{ preset: 'last30Days' }, '2026-11-23', 1, '2026-10-25', '2026-11-23'],
    [{ from: '2026-03-01', to: null }, '2026-11-23', 1, '2026-03-01', null],
  ])('%o on %s, weeks beginning on %i', (period, today, weekStart, from, to) => {
    expect(rangeOf(period, today, weekStart)).toEqual({ from, to });
  });

  test('has an end for every preset', () => {
    for (const preset of presets) expect(rangeOf({ preset }, '2026-11-23', 1).to).not.toBeNull();
  });
});

describe('a span of days never ends before it begins: the end that was typed takes the other one along', () => {
  test.each([
    ['2026-11-01', '2026-11-05', 'from', '2026-11-10', '2026-11-10', '2026-11-10'],
    ['2026-11-10', '2026-11-10', 'to', '2026-11-15', '2026-11-10', '2026-11-15'],
    ['2026-11-10', '2026-11-15', 'to', '2026-11-02', '2026-11-02', '2026-11-02'],
    ['2026-11-10', '2026-11-15', 'from', '2026-11-15', '2026-11-15', '2026-11-15'],
    ['2026-11-10', null, 'to', '2026-11-15', '2026-11-10', '2026-11-15'],
    [null, '2026-11-15', 'from', '2026-12-01', '2026-12-01', '2026-12-01'],
    ['2026-11-10', '2026-11-15', 'from', null, null, '2026-11-15'],
  ] as const)('%s to %s, %s %s', (from, to, end, day, newFrom, newTo) => {
    expect(withEnd({ from, to }, end, day)).toEqual({ from: newFrom, to: newTo });
  });
});

describe('today, yesterday and tomorrow are days of the calendar, also where the clocks change', () => {
  test.each([
    // The night before London's 23 hours of 29 March 2026, and the one after them.
    ['2026-03-28T23:30:00Z', '2026-03-27', '2026-03-28', '2026-03-29'],
    ['2026-03-29T23:30:00Z', '2026-03-29', '2026-03-30', '2026-03-31'],
    // At the beginning and at the end of the 25 hours of 25 October.
    ['2026-10-24T23:15:00Z', '2026-10-24', '2026-10-25', '2026-10-26'],
    ['2026-10-25T23:45:00Z', '2026-10-24', '2026-10-25', '2026-10-26'],
    ['2026-12-31T12:00:00Z', '2026-12-30', '2026-12-31', '2027-01-01'],
  ])('at %s', (now, yesterday, today, tomorrow) => {
    const named = [-2, -1, 0, 1, 2].map((by) => {
      const day = addDays(today, by);
      return [day, nameOfDay(day, dayOf(now, 'Europe/London'))];
    });
    expect(named.filter(([, name]) => name !== null)).toEqual([
      [yesterday, 'yesterday'],
      [today, 'today'],
      [tomorrow, 'tomorrow'],
    ]);
  });
});

describe('a day that somebody types', () => {
  const today = '2026-11-23';
  test.each([
    ['2026-03-29', 'en-GB', '2026-03-29'],
    ['2026-3-9', 'en-GB', '2026-03-09'],
    ['29/03/2026', 'en-GB', '2026-03-29'],
    ['29/3/26', 'en-GB', '2026-03-29'],
    ['29/3', 'en-GB', '2026-03-29'],
    ['3/29/2026', 'en-US', '2026-03-29'],
    ['29.3.2026', 'de', '2026-03-29'],
    ['29 March 2026', 'en-GB', '2026-03-29'],
    ['29 mar', 'en-GB', '2026-03-29'],
    ['Mar 29, 2026', 'en-US', '2026-03-29'],
    ['29. März 2026', 'de', '2026-03-29'],
    ['29 mar 2026', 'de', '2026-03-29'],
    ['29 févr. 2028', 'fr', '2028-02-29'],
    [' 1 Nov ', 'en-GB', '2026-11-01'],
    ['29 Feb 2026', 'en-GB', null],
    ['31/11/2026', 'en-GB', null],
    ['2026-13-01', 'en-GB', null],
    ['soon', 'en-GB', null],
    ['12', 'en-GB', null],
    ['', 'en-GB', null],
    ['29 Mar 2026 12', 'en-GB', null],
    ['2026 Nov 23', 'en-GB', '2026-11-23'],
    ['2026 November', 'en-GB', null],
    ['26/11/23', 'ja', '2026-11-23'],
    ['11/23', 'ja', '2026-11-23'],
    ['2026/11/23', 'sv', '2026-11-23'],
    ['2026/11/23', 'en-GB', null],
    ['23 11', 'en-GB', '2026-11-23'],
    ['Monday, 23 November 2026', 'en-GB', '2026-11-23'],
    ['Montag, 23. Nov. 2026', 'de', '2026-11-23'],
    ['24 dec', 'de', '2026-12-24'],
    ['31 JAN', 'en-GB', '2026-01-31'],
    ['31 Jan 27', 'en-GB', '2027-01-31'],
    ['32 Jan', 'en-GB', null],
    ['5 jun.', 'en-GB', '2026-06-05'],
    ['5 june', 'en-GB', '2026-06-05'],
    ['5 ju', 'en-GB', null],
    ['5 junes', 'en-GB', null],
    ['November', 'en-GB', null],
    ['29/3/99', 'en-GB', '2099-03-29'],
    ['29/3/100', 'en-GB', null],
    ['29/3/0', 'en-GB', '2000-03-29'],
    ['1 Jan 1900', 'en-GB', null],
    ['1 Jan 1901', 'en-GB', '1901-01-01'],
    ['31 Dec 2199', 'en-GB', '2199-12-31'],
    ['1 Jan 2200', 'en-GB', null],
    // So many days from the first of November end in another November.
    ['388/11/2026', 'en-GB', null],
    ['0/11/2026', 'en-GB', null],
    ['2026-11-00', 'en-GB', null],
    ['2026-11-23T10:00', 'en-GB', null],
    ['x2026-11-23', 'en-GB', null],
    ['2026-11-231', 'en-GB', null],
    [' 2026-11-23 ', 'en-GB', '2026-11-23'],
    ['26-11-23', 'en-GB', '2023-11-26'],
  ])('%o in %s is %s', (text, locale, day) => {
    expect(parseDay(text, locale, today)).toBe(day);
  });

  test.each(['en-GB', 'de', 'fr', 'sv', 'es', 'nl', 'pl', 'ja', 'pt-BR', 'cs'])(
    'is read in %s as it is written there',
    (locale) => {
      for (let month = 1; month <= 12; month += 1) {
        const day = `2026-${String(month).padStart(2, '0')}-09`;
        expect(parseDay(dayText(day, locale), locale, today), dayText(day, locale)).toBe(day);
      }
    },
  );
});

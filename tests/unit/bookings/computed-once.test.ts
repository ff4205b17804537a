import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { numberText } from '../../../utils/bookings/number-text.ts';
import { dayOfRow, timesOf } from '../../../utils/bookings/row-times.ts';
import { matchesWords } from '../../../utils/bookings/search.ts';
import { dayOf, formatInstant, formatPeriod } from '../../../utils/bookings/time.ts';
import { aRow } from '../support/bookings.ts';

/** With thousands of bookings, what takes long must not be done again for each of them and at every keystroke. */

afterEach(() => {
  vi.restoreAllMocks();
});

/** A booking that counts how often one of its facts is asked for. */
function counted(fact: 'start' | 'end' | 'lab') {
  const row = aRow();
  const asked = vi.fn(() => row[fact]);
  const counting: BookingRow = Object.defineProperty({ ...row }, fact, { get: asked });
  return { row: counting, asked };
}

describe('of a booking', () => {
  test.each(['start', 'end'] as const)('the %s is read once, however often it is sorted', (fact) => {
    const { row, asked } = counted(fact);
    const first = timesOf(row);
    for (let time = 0; time < 100; time += 1) expect(timesOf(row)).toEqual(first);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('the day is found once in each zone', () => {
    const { row, asked } = counted('start');
    for (let time = 0; time < 100; time += 1) expect(dayOfRow(row, 'Europe/London')).toBe('2026-11-19');
    expect(asked).toHaveBeenCalledTimes(1);
    expect(dayOfRow(row, 'Pacific/Kiritimati')).toBe('2026-11-20');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('what can be searched is gathered once', () => {
    const { row, asked } = counted('lab');
    for (const word of ['i', 'im', 'ima', 'imag']) expect(matchesWords(row, [word])).toBe('yes');
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('of the language’s forms', () => {
  test('that of numbers is made once, and is the language’s own', () => {
    const made = vi.spyOn(Intl, 'NumberFormat');
    for (let time = 0; time < 100; time += 1) {
      expect(numberText(1234.5, 'en-IE')).toBe('1,234.5');
      expect(numberText(1234.5, 'de-BE')).toBe('1.234,5');
    }
    expect(made).toHaveBeenCalledTimes(2);
  });

  test('that of instants is made once in each zone and language', () => {
    const made = vi.spyOn(Intl, 'DateTimeFormat');
    const zones = ['Europe/Oslo', 'Asia/Tokyo'];
    for (let minute = 0; minute < 100; minute += 1)
      for (const zone of zones) formatInstant(minute * 60_000, zone, 'en-IE');
    expect(made).toHaveBeenCalledTimes(zones.length);
  });

  test('periods at the same hours of other days are not written again', () => {
    const written = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatRange');
    const texts = Array.from({ length: 20 }, (_, index) => {
      const day = `2026-11-${index + 1}`.replace(/-(\d)$/, '-0$1');
      const period = { start: `${day}T09:00:00Z`, end: `${day}T10:00:00Z`, timeZone: 'Europe/Dublin' };
      return formatPeriod(period, 'en-IE', 'Europe/Dublin', day).lab;
    });
    expect(new Set(texts).size).toBe(1);
    expect(written).toHaveBeenCalledTimes(1);
  });
});

test('a zone’s offset is asked for a few times only, for a year of quarters of an hour', () => {
  const form: { readonly format: unknown } = Intl.DateTimeFormat.prototype;
  const asked = vi.spyOn(form, 'format', 'get');
  const begin = Date.parse('2026-01-01T00:00:00Z');
  for (let quarter = 0; quarter < 365 * 96; quarter += 1) dayOf(begin + quarter * 900_000, 'Europe/Helsinki');
  // Once a week, once a day in the two weeks of a change, and at each quarter of these two days.
  expect(asked.mock.calls.length).toBeLessThan(54 + 2 * 8 + 2 * 96);
});

describe('and yet no two are taken for each other:', () => {
  const nine = { start: '2026-11-23T09:00:00Z', end: '2026-11-23T10:00:00Z', timeZone: 'Europe/London' };
  const ten = { ...nine, start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z' };
  const shown = (over: Partial<typeof nine>, locale = 'en-GB', own = 'Europe/London') =>
    formatPeriod({ ...nine, ...over }, locale, own, '2026-11-23');

  test.each([
    ['the usual', () => shown({}), '09:00–10:00 GMT', null],
    ['another language', () => shown({}, 'en-US'), '9:00 – 10:00 AM GMT', null],
    ['another end', () => shown({ end: '2026-11-23T11:00:00Z' }), '09:00–11:00 GMT', null],
    ['another start', () => shown({ start: '2026-11-23T08:00:00Z' }), '08:00–10:00 GMT', null],
    ['another zone', () => shown({ timeZone: 'Europe/Berlin' }), '10:00–11:00 CET', '09:00–10:00'],
    ['the same hours elsewhere', () => shown({ timeZone: 'UTC' }), '09:00–10:00 UTC', null],
    ['one’s own time', () => shown({}, 'en-GB', 'Europe/Berlin'), '09:00–10:00 GMT', '10:00–11:00'],
    ['another day', () => formatPeriod(nine, 'en-GB', 'UTC', '2026-11-22'), '23 Nov, 09:00–10:00 GMT', null],
    ['the day after', () => formatPeriod(ten, 'en-GB', 'UTC', '2026-11-22'), '24 Nov, 09:00–10:00 GMT', null],
    ['the usual again', () => shown({}), '09:00–10:00 GMT', null],
  ])('%s', (_what, period, lab, own) => {
    const { lab: words, own: ownWords } = period();
    expect([words.replaceAll(/[\u2009\u202f]/g, ' '), ownWords]).toEqual([lab, own]);
  });
});

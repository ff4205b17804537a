import { expect, test } from 'vitest';
import { retryAfterOf } from '../../../utils/calira/retry-after.ts';

const now = Date.parse('2026-11-23T14:05:00Z');

test.each([
  ['seconds', '7', 7_000],
  ['seconds among blanks', ' 7 ', 7_000],
  ['a date', 'Mon, 23 Nov 2026 14:05:30 GMT', 30_000],
  ['no time at all: a second, not a flood', '0', 1_000],
  ['a date that is over', 'Mon, 23 Nov 2026 13:00:00 GMT', 1_000],
  ['a day: an hour', '86400', 3_600_000],
  ['a date in ten years: an hour', 'Mon, 23 Nov 2036 14:05:00 GMT', 3_600_000],
  ['more than a number holds: an hour', '9'.repeat(400), 3_600_000],
  ['nothing said', null, 10_000],
  ['an empty header', '', 10_000],
  ['words', 'soon', 10_000],
  ['markup', '<b>10</b>', 10_000],
  ['a negative time, which Chromium would take for a day in May', '-5', 10_000],
])('%s', (_what, header, wait) => {
  expect(retryAfterOf(new Headers(header === null ? {} : { 'Retry-After': header }), now)).toBe(wait);
});

test.each([
  ['ten years ahead', '2036-11-23T14:05:00Z'],
  ['ten minutes behind', '2026-11-23T13:55:00Z'],
])('a date is meant by Calira’s clock, though this computer’s is %s', (_how, here) => {
  const headers = new Headers({
    Date: 'Mon, 23 Nov 2026 14:05:00 GMT',
    'Retry-After': 'Mon, 23 Nov 2026 14:05:30 GMT',
  });
  expect(retryAfterOf(headers, Date.parse(here))).toBe(30_000);
});

test('a date without one of Calira’s is compared with this computer’s clock', () => {
  const headers = new Headers({ Date: 'yesterday', 'Retry-After': 'Mon, 23 Nov 2026 14:05:30 GMT' });
  expect(retryAfterOf(headers, now)).toBe(30_000);
});

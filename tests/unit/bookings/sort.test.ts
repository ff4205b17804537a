// @vitest-environment node

import { expect, test } from 'vitest';
import { newestFirst } from '../../../utils/bookings/sort.ts';
import { aRow } from '../support/bookings.ts';

const at = (id: string, start: string) => aRow({ id, start });
const ids = (rows: ReturnType<typeof aRow>[]) => newestFirst(rows).map(({ id }) => id);

test('the newest comes first, by the instant and not by the wall clock', () => {
  const rows = [
    at('london', '2026-11-23T10:00:00.000+00:00'),
    at('auckland', '2026-11-23T22:00:00.000+13:00'),
    at('new-york', '2026-11-23T06:00:00.000-05:00'),
  ];
  expect(ids(rows)).toEqual(['new-york', 'london', 'auckland']);
});

test('bookings that start together stand in the same order however they came', () => {
  const rows = ['3', '1', '2'].map((id) => at(id, '2026-11-23T10:00:00.000+00:00'));
  expect(ids(rows)).toEqual(['3', '2', '1']);
  expect(ids(rows.toReversed())).toEqual(['3', '2', '1']);
});

test('what is given stays as it was', () => {
  const rows = [at('old', '2020-01-01T00:00:00Z'), at('new', '2026-01-01T00:00:00Z')];
  expect(ids(rows)).toEqual(['new', 'old']);
  expect(rows.map(({ id }) => id)).toEqual(['old', 'new']);
});

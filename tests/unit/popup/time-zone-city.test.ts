import { expect, it } from 'vitest';
import { cityOf } from '../../../components/popup/time-zone-city.ts';

it.each([
  ['Europe/London', 'London'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['America/New_York', 'New York'],
  ['UTC', 'UTC'],
])('the city of %s is %s', (timeZone, city) => {
  expect(cityOf(timeZone)).toBe(city);
});

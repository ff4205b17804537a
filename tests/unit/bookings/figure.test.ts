import { expect, test } from 'vitest';
import { figureIn } from '../../../utils/bookings/figure.ts';

test.each([
  ['12.50', 12.5],
  ['0.0', 0],
  ['100', 100],
  ['-5', -5],
  ['EUR 12.50', 12.5],
  ['£12', 12],
  ['12,50 €', 12.5],
  ['1,250.00', 1250],
  ['$1,250', 1250],
  ['1.250,5 €', 1250.5],
  ['1,250,000', 1_250_000],
  ['1.250.000', 1_250_000],
  ['1’250.50 CHF', 1250.5],
  ['1\u202f250,50 €', 1250.5],
  ['12 EUR', 12],
  ['', Number.NaN],
  ['free', Number.NaN],
])('%s: %d', (text, figure) => {
  expect(figureIn(text)).toBe(figure);
});

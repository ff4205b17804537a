import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { joined } from '../../build/numbered-texts.ts';
import { createI18n } from '../../utils/create-i18n.ts';

const texts = [
  'Copy',
  'into $1',
  '1 booking | $1 bookings',
  '0 réservation | 1 réservation | $1 réservations',
  '$1 of $2 booking | $1 of $2 bookings',
];

afterEach(() => vi.restoreAllMocks());

test.each([
  [0, [], 'Copy'],
  [1, [['Method']], 'into Method'],
  [1, [['{1} of $1']], 'into {1} of $1'],
  [2, [1], '1 booking'],
  [2, [0], '0 bookings'],
  [2, [1204, ['1,204']], '1,204 bookings'],
  [3, [0], '0 réservation'],
  [3, [1], '1 réservation'],
  [3, [1204, ['1 204']], '1 204 réservations'],
  [4, [1, [0, 1]], '0 of 1 booking'],
  [5, [], ''],
])('text %i with %j reads “%s”', (number, values, text) => {
  speak(texts);
  const { t } = createI18n();
  expect((t as (...all: unknown[]) => string)(number, ...(values as unknown[]))).toBe(text);
});

test('the browser is asked once, and not before something is to be said', () => {
  const ask = speak(texts);
  const { t } = createI18n();
  expect(ask).not.toHaveBeenCalled();
  t(0);
  t(1, ['Method']);
  expect(ask).toHaveBeenCalledTimes(1);
});

const locales = join(import.meta.dirname, '../../assets/locales');

test.each(globSync('*.yml', { cwd: locales }))(
  'in %s, whatever is counted reads as it is written',
  async (file) => {
    const messages = await parseMessagesFile(join(locales, file));
    const counting = messages.flatMap((one) => (one.type === 'plural' ? [one.plurals] : []));
    expect(counting.length).toBeGreaterThan(20);
    speak(counting.map((plurals) => Object.values(plurals).join(' | ')));
    for (const [number, plurals] of counting.entries()) {
      for (const count of [0, 1, 2, 211]) {
        const form = plurals[count] ?? plurals.n;
        expect(createI18n().t(number, count, ['$1', '$2']), `${count}`).toBe(form);
      }
    }
  },
);

/** Lets the browser have these texts. */
function speak(all: readonly string[]) {
  return vi
    .spyOn(browser.i18n, 'getMessage')
    .mockImplementation(((name: string) => (name === 'texts' ? joined(all) : '')) as never);
}

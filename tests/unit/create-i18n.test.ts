import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createI18n } from '../../utils/create-i18n.ts';

const texts: Record<string, string> = {
  panel_copy: 'Copy',
  panel_into: 'into $1',
  panel_count: '1 booking | $1 bookings',
  panel_count_in_French: '0 réservation | 1 réservation | $1 réservations',
  find_shownOf: '$1 of $2 booking | $1 of $2 bookings',
};

afterEach(() => vi.restoreAllMocks());

test.each([
  ['panel.copy', [], 'Copy'],
  ['panel.into', [['Method']], 'into Method'],
  ['panel.count', [1], '1 booking'],
  ['panel.count', [0], '0 bookings'],
  ['panel.count', [1204, ['1,204']], '1,204 bookings'],
  ['panel.count.in.French', [0], '0 réservation'],
  ['panel.count.in.French', [1], '1 réservation'],
  ['panel.count.in.French', [1204, ['1 204']], '1 204 réservations'],
  ['find.shownOf', [1, [0, 1]], '0 of 1 booking'],
  ['panel.none', [], ''],
])('%s with %j reads “%s”', (key, values, text) => {
  speak(texts);
  const { t } = createI18n();
  expect((t as (...all: unknown[]) => string)(key, ...(values as unknown[]))).toBe(text);
});

const locales = join(import.meta.dirname, '../../assets/locales');

test.each(globSync('*.yml', { cwd: locales }))(
  'in %s, whatever is counted reads as it is written',
  async (file) => {
    const messages = await parseMessagesFile(join(locales, file));
    const counting = messages.flatMap((one) => (one.type === 'plural' ? [one] : []));
    expect(counting.length).toBeGreaterThan(20);
    for (const { key, plurals } of counting) {
      // The browser is handed all forms as one text.
      speak({ [key.join('_')]: Object.values(plurals).join(' | ') });
      for (const count of [0, 1, 2, 211]) {
        const form = plurals[count] ?? plurals.n;
        expect(createI18n().t(key.join('.'), count, ['$1', '$2']), `${count}`).toBe(form);
      }
    }
  },
);

/** Lets the browser have these texts. */
function speak(all: Record<string, string>): void {
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(((name: string, given: string[]) =>
    (all[name] ?? '').replaceAll(/\$(\d)/g, (_, number) => given[number - 1] ?? '')) as never);
}

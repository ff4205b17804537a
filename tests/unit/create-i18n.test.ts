import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createI18n } from '../../utils/create-i18n.ts';

const texts: Record<string, string> = {
  panel_copy: 'Copy',
  panel_into: 'into $1',
  panel_count: '1 booking | $1 bookings',
  find_shownOf: '$1 of $2 booking | $1 of $2 bookings',
};

afterEach(() => vi.restoreAllMocks());

test.each([
  ['panel.copy', [], 'Copy'],
  ['panel.into', [['Method']], 'into Method'],
  ['panel.count', [1], '1 booking'],
  ['panel.count', [0], '0 bookings'],
  ['panel.count', [1204, ['1,204']], '1,204 bookings'],
  ['find.shownOf', [1, [0, 1]], '0 of 1 booking'],
  ['panel.none', [], ''],
])('%s with %j reads “%s”', (key, values, text) => {
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(((name: string, given: string[]) =>
    (texts[name] ?? '').replaceAll(/\$(\d)/g, (_, number) => given[number - 1] ?? '')) as never);
  const { t } = createI18n();
  expect((t as (...all: unknown[]) => string)(key, ...(values as unknown[]))).toBe(text);
});

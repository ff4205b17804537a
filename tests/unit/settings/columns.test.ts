import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readColumns, unmanagedColumns } from '../../../utils/settings/columns.ts';
import { institutionColumns } from '../../../utils/settings/institution-columns.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

test.each<[string[], string[] | null]>([
  [
    ['status', 'id'],
    ['status', 'id'],
  ],
  [
    ['id', 'id', 'start'],
    ['id', 'start'],
  ],
  [['colour', 'id', '__proto__'], ['id']],
  [['colour'], null],
  [[], null],
])('%j are the columns %j', (names, columns) => {
  expect(readColumns(names)).toEqual(columns);
});

test.each<[string, unknown, object]>([
  ['none', {}, unmanagedColumns],
  ['some', { columns: ['start', 'equipment', 'colour'] }, { columns: ['start', 'equipment'], managed: true }],
  ['only such as there are not', { columns: ['colour'] }, unmanagedColumns],
  ['something else', { columns: 'start' }, unmanagedColumns],
])('where the institution names %s', async (_what, policy, columns) => {
  vi.spyOn(browser.storage.managed, 'get').mockResolvedValue(policy as never);
  expect(await institutionColumns()).toEqual(columns);
});

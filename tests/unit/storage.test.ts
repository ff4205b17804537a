import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storage as wxt } from 'wxt/utils/storage';
import { storage } from '../../utils/storage.ts';
import { extensionFiles } from './support/source-files.ts';

beforeEach(() => fakeBrowser.reset());

describe.each([
  ['as it is in the tests', wxt],
  ['as it is in the build', storage],
])('WXT’s storage, %s', (_, { getItem, setItem, removeItem, watch }) => {
  test('keeps a value under its name, in its area', async () => {
    await setItem('local:a thing: of ours', { size: 3 });
    await setItem('session:other', 7);
    expect(await getItem('local:a thing: of ours')).toEqual({ size: 3 });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ 'a thing: of ours': { size: 3 } });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({ other: 7 });
  });

  test('has null where there is nothing, and keeps no null', async () => {
    expect(await getItem('local:thing')).toBeNull();
    await setItem('local:thing', 'something');
    await setItem('local:thing', null);
    await setItem('local:other', 'something');
    await removeItem('local:other');
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  test('tells of every later value under the name that differs, until it is stopped', async () => {
    const listener = vi.fn();
    const stop = watch('local:thing', listener);
    await setItem('local:other', 1);
    await setItem('session:thing', 1);
    await setItem('local:thing', { size: 3 });
    await setItem('local:thing', { size: 3 });
    await removeItem('local:thing');
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2));
    expect(listener.mock.calls).toEqual([
      [{ size: 3 }, null],
      [null, { size: 3 }],
    ]);
    stop();
    await setItem('local:thing', { size: 4 });
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

test('nothing is used of WXT’s storage that ours has not: types and tests would not tell', () => {
  const users = extensionFiles.filter(({ imports }) => imports.some(({ to }) => to === 'wxt/utils/storage'));
  const used = users.flatMap(({ text }) =>
    [...text.matchAll(/(?<!\.)\bstorage\.(\w+)\(/g)].map(([, name]) => name),
  );
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((name) => !Object.hasOwn(storage, name ?? ''))).toEqual([]);
});

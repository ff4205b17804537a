import * as v from 'valibot';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storage } from 'wxt/utils/storage';
import { storedItem } from '../../../utils/settings/stored-item.ts';

const schema = v.object({ name: v.string(), size: v.optional(v.number(), 1) });
const fallback = { name: 'nothing', size: 0 };
const item = storedItem('local:thing', schema, fallback);

beforeEach(() => fakeBrowser.reset());

test('what is set comes back', async () => {
  await item.set({ name: 'microscope', size: 3 });
  expect(await item.get()).toEqual({ name: 'microscope', size: 3 });
});

test('before anything is set, it is the fallback', async () => {
  expect(await item.get()).toEqual(fallback);
});

test.each([
  ['null', null],
  ['another kind of value', 'microscope'],
  ['a value of the wrong shape', { name: 7 }],
  ['half a value', { size: 3 }],
  ['a list', [{ name: 'microscope' }]],
])('%s in the storage is the fallback', async (_what, stored) => {
  await storage.setItem('local:thing', stored);
  expect(await item.get()).toEqual(fallback);
});

test('a value of an older version is brought up to date as it is read', async () => {
  await storage.setItem('local:thing', { name: 'microscope', gone: true });
  expect(await item.get()).toEqual({ name: 'microscope', size: 1 });
});

describe('watching', () => {
  test('tells every later value and the one before, until it is stopped', async () => {
    const listener = vi.fn();
    const stop = item.watch(listener);
    await item.set({ name: 'microscope', size: 3 });
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1));
    expect(listener.mock.calls).toEqual([[{ name: 'microscope', size: 3 }, fallback]]);
    stop();
    await item.set({ name: 'centrifuge', size: 4 });
    expect(await item.get()).toMatchObject({ name: 'centrifuge' });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('tells the fallback where somebody else has written rubbish, or has taken the value away', async () => {
    await item.set({ name: 'microscope', size: 3 });
    const listener = vi.fn();
    item.watch(listener);
    await storage.setItem('local:thing', 'rubbish');
    await storage.removeItem('local:thing');
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2));
    expect(listener.mock.calls.map(([value]) => value)).toEqual([fallback, fallback]);
  });
});

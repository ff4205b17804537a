import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTokenStore } from '../../../utils/calira/token-store.ts';
import { memoryStore } from '../support/session-world.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

const owner = 'the client at its server';
const pair = (name: string) => ({
  accessToken: `access ${name}`,
  refreshToken: `refresh ${name}`,
  expiresAt: 1,
});
const newStore = () => createTokenStore(async () => true, memoryStore());
const token = async (store: ReturnType<typeof newStore>) => (await store.readAccess())?.token ?? null;

test('the access token is read from storage once, however many requests ask for it', async () => {
  const store = newStore();
  await store.write(owner, pair('1'));
  const read = vi.spyOn(browser.storage.session, 'get');
  expect(await Promise.all([token(store), token(store)])).toEqual(['access 1', 'access 1']);
  expect(await token(store)).toBe('access 1');
  expect(read).toHaveBeenCalledTimes(1);
});

test('nobody is given a token that is being replaced or deleted just now', async () => {
  const store = newStore();
  await store.write(owner, pair('1'));
  expect(await token(store)).toBe('access 1');
  const written = store.write(owner, pair('2'));
  expect(await token(store)).toBe('access 2');
  await written;
  const swapped = store.swap(owner, await store.read(owner), pair('3'));
  expect(await token(store)).toBe('access 3');
  expect(await swapped).toBe(true);
  const cleared = store.clear(async () => {});
  expect(await token(store)).toBeNull();
  await cleared;
});

test('what another worker has stored is taken up', async () => {
  const store = newStore();
  expect(await token(store)).toBeNull();
  await newStore().write(owner, pair('1'));
  expect(await token(store)).toBe('access 1');
});

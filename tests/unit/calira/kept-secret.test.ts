import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storage } from 'wxt/utils/storage';
import { createKeptSecret } from '../../../utils/calira/kept-secret.ts';

const refuse = async (): Promise<never> => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};

/** A database of which single functions fail. */
function database() {
  const entries = new Map<string, unknown>([['refreshToken', 'old']]);
  return {
    entries,
    get: vi.fn(async (key: string) => entries.get(key)),
    set: vi.fn(async (key: string, value: unknown) => void entries.set(key, value)),
    del: vi.fn(async (key: string) => void entries.delete(key)),
  };
}

beforeEach(() => fakeBrowser.reset());

describe('where the database refuses to write', () => {
  test('a renewed token stays for as long as the browser runs, and the old one is not read any more', async () => {
    const lasting = database();
    lasting.set.mockImplementation(refuse);
    const secret = createKeptSecret('refreshToken', async () => true, lasting);
    await secret.set('new');
    expect(await secret.get()).toBe('new');
    expect(lasting.entries.size).toBe(0);
  });

  test('not even the old one can be deleted: the new one is read all the same', async () => {
    const lasting = database();
    lasting.set.mockImplementation(refuse);
    lasting.del.mockImplementation(refuse);
    const secret = createKeptSecret('refreshToken', async () => true, lasting);
    await secret.set('new');
    expect(await secret.get()).toBe('new');
  });

  test('it moves to the database as soon as that works again', async () => {
    const lasting = database();
    lasting.set.mockImplementationOnce(refuse);
    const secret = createKeptSecret('refreshToken', async () => true, lasting);
    await secret.set('new');
    await secret.relocate();
    expect(lasting.entries.get('refreshToken')).toBe('new');
    expect(await storage.getItem('session:refreshToken')).toBeNull();
  });
});

test('a secret that cannot be deleted is not said to be', async () => {
  const lasting = database();
  lasting.del.mockImplementation(refuse);
  const secret = createKeptSecret('refreshToken', async () => true, lasting);
  await expect(secret.set(null)).rejects.toThrow('quota');
});

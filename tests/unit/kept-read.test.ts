import { expect, test, vi } from 'vitest';
import { keptRead } from '../../utils/kept-read.ts';

/** Something that changes while it is being read for the first time; from then on it is 2. */
function forgottenEarly() {
  const first = Promise.withResolvers<number>();
  const read = vi.fn(async () => 2).mockReturnValueOnce(first.promise);
  const kept = keptRead(read);
  const early = kept();
  kept.forget();
  return { first, read, kept, early };
}

test('what was read is read again only when it may have changed', async () => {
  let value = 1;
  const read = vi.fn(async () => value);
  const kept = keptRead(read);
  expect(await Promise.all([kept(), kept()])).toEqual([1, 1]);
  value = 2;
  expect(await kept()).toBe(1);
  kept.forget();
  expect(await kept()).toBe(2);
  expect(read).toHaveBeenCalledTimes(2);
});

test('what changes while it is being read is read again', async () => {
  const { first, kept, early } = forgottenEarly();
  expect(await kept()).toBe(2);
  first.resolve(1);
  expect(await early).toBe(1);
  expect(await kept()).toBe(2);
});

test('a reading that failed is nobody else’s', async () => {
  const read = vi.fn(async () => 1).mockRejectedValueOnce(new Error('storage is gone'));
  const kept = keptRead(read);
  await expect(kept()).rejects.toThrow('storage is gone');
  expect(await kept()).toBe(1);
});

test('one that fails after it was forgotten takes nothing away from its successor', async () => {
  const { first, read, kept, early } = forgottenEarly();
  await kept();
  first.reject(new Error('storage is gone'));
  await expect(early).rejects.toThrow('storage is gone');
  expect(await kept()).toBe(2);
  expect(read).toHaveBeenCalledTimes(2);
});

import { expect, test, vi } from 'vitest';
import { sharedRead } from '../../utils/shared-read.ts';

test('those who ask at the same time share one reading, and who asks later reads afresh', async () => {
  let value = 1;
  const read = vi.fn(async () => value);
  const shared = sharedRead(read);
  expect(await Promise.all([shared(), shared(), shared()])).toEqual([1, 1, 1]);
  expect(read).toHaveBeenCalledTimes(1);
  value = 2;
  expect(await shared()).toBe(2);
});

test('a reading that failed is nobody else’s', async () => {
  const read = vi.fn(async () => 1).mockRejectedValueOnce(new Error('storage is gone'));
  const shared = sharedRead(read);
  await expect(shared()).rejects.toThrow('storage is gone');
  expect(await shared()).toBe(1);
});

import { expect, test } from 'vitest';
import { forEach } from '../../../utils/calira/for-each.ts';
import { settled } from '../support/settled.ts';

test('each of many, in their order, so many at a time', async () => {
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  await forEach([...Array(20).keys()], 3, async (item) => {
    begun.push(item);
    running += 1;
    most = Math.max(most, running);
    await settled();
    running -= 1;
  });
  expect(begun).toEqual([...Array(20).keys()]);
  expect(most).toBe(3);
});

test('after a failure nothing more begins', async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 1) throw new Error('given up');
    await settled();
  };
  await expect(forEach([...Array(20).keys()], 2, work)).rejects.toThrow('given up');
  await settled();
  expect(begun).toEqual([0, 1]);
});

import { expect, test, vi } from 'vitest';
import { createSharedWork } from '../../../utils/calira/shared-work.ts';

/** Work that ends when a test says so. */
function work() {
  const outcome = Promise.withResolvers<string>();
  const signals: AbortSignal[] = [];
  const start = vi.fn((signal: AbortSignal) => {
    signals.push(signal);
    return outcome.promise;
  });
  return { ...outcome, start, signals };
}

test('two who want the same at the same time share one run', async () => {
  const shared = createSharedWork<string>();
  const { start, resolve } = work();
  const asked = [shared('a', start), shared('a', start)];
  resolve('done');
  expect(await Promise.all(asked)).toEqual(['done', 'done']);
  expect(start).toHaveBeenCalledTimes(1);
});

test('other work runs by itself', async () => {
  const shared = createSharedWork<string>();
  const [one, other] = [work(), work()];
  const asked = [shared('a', one.start), shared('b', other.start)];
  one.resolve('one');
  other.resolve('other');
  expect(await Promise.all(asked)).toEqual(['one', 'other']);
});

test('one who leaves is let go at once; the work goes on for the other', async () => {
  const shared = createSharedWork<string>();
  const { start, resolve, signals } = work();
  const leaving = new AbortController();
  const left = shared('a', start, leaving.signal);
  const staying = shared('a', start, new AbortController().signal);
  leaving.abort();
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  expect(signals[0]?.aborted).toBe(false);
  resolve('done');
  expect(await staying).toBe('done');
});

test('when the last has left, the work is cancelled', async () => {
  const shared = createSharedWork<string>();
  const { start, signals } = work();
  const controllers = [new AbortController(), new AbortController()];
  const asked = controllers.map(({ signal }) => shared('a', start, signal));
  for (const controller of controllers) controller.abort();
  await Promise.allSettled(asked);
  expect(signals[0]?.aborted).toBe(true);
});

test('a failure reaches everybody', async () => {
  const shared = createSharedWork<string>();
  const { start, reject } = work();
  const asked = [shared('a', start), shared('a', start)];
  reject(new Error('lost'));
  for (const one of asked) await expect(one).rejects.toThrow('lost');
});

test('once it has ended, well or badly, the same work is done anew', async () => {
  const shared = createSharedWork<string>();
  const [failing, working, again] = [work(), work(), work()];
  failing.reject(new Error('lost'));
  await expect(shared('a', failing.start)).rejects.toThrow('lost');
  working.resolve('first');
  expect(await shared('a', working.start)).toBe('first');
  again.resolve('second');
  expect(await shared('a', again.start)).toBe('second');
});

test('cancelled work that ends late does not take its successor with it', async () => {
  const shared = createSharedWork<string>();
  const [slow, next] = [work(), work()];
  const leaving = new AbortController();
  const left = shared('a', slow.start, leaving.signal);
  leaving.abort();
  await expect(left).rejects.toThrow();
  const first = shared('a', next.start);
  slow.reject(new Error('aborted at last'));
  await expect(slow.promise).rejects.toThrow();
  await Promise.resolve();
  const second = shared('a', next.start);
  next.resolve('done');
  expect(await Promise.all([first, second])).toEqual(['done', 'done']);
  expect(next.start).toHaveBeenCalledTimes(1);
});

test('one who has left already starts nothing', async () => {
  const shared = createSharedWork<string>();
  const { start } = work();
  await expect(shared('a', start, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  expect(start).not.toHaveBeenCalled();
});

import { expect, test, vi } from 'vitest';
import { createOneAtATime } from '../../utils/one-at-a-time.ts';

/** Work that goes on until it is told to end, and then fails with `reason`. */
const endless = (reason: string) => (signal: AbortSignal) =>
  new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new Error(reason))));

test('what was begun before is cancelled, and its failure told to nobody', async () => {
  const { run } = createOneAtATime();
  const failed = vi.fn();
  const before = run(endless('first'), failed);
  const later = vi.fn(async () => {});
  await Promise.all([before, run(later, failed)]);
  expect(later).toHaveBeenCalledOnce();
  expect(failed).not.toHaveBeenCalled();
});

test('what fails by itself is told', async () => {
  const failed = vi.fn();
  const thrown = new Error('no room');
  await createOneAtATime().run(() => Promise.reject(thrown), failed);
  expect(failed).toHaveBeenCalledExactlyOnceWith(thrown);
});

test('what is cancelled has not failed', async () => {
  const { run, cancel } = createOneAtATime();
  const failed = vi.fn();
  const work = run(endless('cancelled'), failed);
  cancel();
  await work;
  expect(failed).not.toHaveBeenCalled();
});

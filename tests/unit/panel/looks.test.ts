import { expect, test } from 'vitest';
import { createLooks } from '../../../components/panel/list/looks.ts';

function world() {
  const asked: { ids: readonly string[]; signal: AbortSignal; answer: () => void; fail: () => void }[] = [];
  /** Those that need nothing any more. */
  const complete = new Set<string>();
  const looks = createLooks(
    (ids, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      asked.push({ ids, signal, answer: resolve, fail: () => reject(new Error('no answer')) });
      return promise;
    },
    (id) => !complete.has(id),
  );
  return { looks, asked, complete, ids: () => asked.map((one) => one.ids.join(' ')) };
}

test('what is on its way for a row that stays in view is neither cancelled nor asked for twice', () => {
  const { looks, asked, ids } = world();
  void looks.at(['1', '2', '3']);
  void looks.at(['2', '3', '4']);
  expect(ids()).toEqual(['1 2 3', '4']);
  expect(asked[0]?.signal.aborted).toBe(false);
});

test('when all of its rows have left the view, it is given up', () => {
  const { looks, asked, ids } = world();
  void looks.at(['1', '2']);
  void looks.at(['7', '8']);
  expect(ids()).toEqual(['1 2', '7 8']);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
});

test('what has been answered, well or not, may be asked for again', async () => {
  const { looks, asked, ids } = world();
  const first = looks.at(['1']);
  asked[0]?.answer();
  await first;
  void looks.at(['1']);
  expect(ids()).toEqual(['1', '1']);
});

test('what needs nothing is not asked for', () => {
  const { looks, complete, ids } = world();
  complete.add('2');
  void looks.at(['1', '2', '3']);
  expect(ids()).toEqual(['1 3']);
});

test('a row that was looked at again while it was on its way does not stay without details when it comes to nothing', async () => {
  for (const end of ['fail', 'answer'] as const) {
    const { looks, asked, complete, ids } = world();
    void looks.at(['1', '2', '3']);
    void looks.at(['1', '2', '4']);
    complete.add('2');
    asked[0]?.[end]();
    await expect.poll(ids).toEqual(['1 2 3', '4', '1']);
    asked[2]?.[end]();
    await Promise.resolve();
    expect(ids(), 'as often as somebody looks').toHaveLength(3);
  }
});

test('at the end nothing goes on', () => {
  const { looks, asked } = world();
  void looks.at(['1']);
  looks.end();
  expect(asked[0]?.signal.aborted).toBe(true);
});

test('what is in view, and what of it is on its way, can be told at any time', async () => {
  const { looks, asked, complete } = world();
  const first = looks.at(['1', '2']);
  expect(looks.now.value).toEqual({ inView: ['1', '2'], underWay: ['1', '2'] });
  void looks.at(['2', '3']);
  expect(looks.now.value).toEqual({ inView: ['2', '3'], underWay: ['1', '2', '3'] });
  complete.add('1').add('2');
  asked[0]?.answer();
  await first;
  expect(looks.now.value).toEqual({ inView: ['2', '3'], underWay: ['3'] });
  void looks.at(['7']);
  expect(looks.now.value).toEqual({ inView: ['7'], underWay: ['7'] });
});

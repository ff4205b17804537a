import { describe, expect, test, vi } from 'vitest';
import { allPages } from '../../../utils/calira/all-pages.ts';
import type { Page } from '../../../utils/calira/client.ts';
import { CodedError } from '../../../utils/messages/failure.ts';

type Item = { id: string };
const items = (from: number, to: number): Item[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({ id: String(from + index) }));

/** A list of so many records, a hundred on a page, as Calira answers it; `change` spoils single pages. */
function list(count: number, change: (page: Page<Item>, number: number) => Partial<Page<Item>> = () => ({})) {
  return vi.fn(async (number: number): Promise<Page<Item>> => {
    const records = items((number - 1) * 100 + 1, Math.min(count, number * 100));
    const page = { records, unreadable: 0, total: count, size: 100 };
    return { ...page, ...change(page, number) };
  });
}

const fails = (number: number, count: number) =>
  list(count, (_page, asked) => {
    if (asked === number) throw new CodedError('unavailable', { detail: 'HTTP 503' });
    return {};
  });

const pagesAsked = (read: ReturnType<typeof list>) => read.mock.calls.map(([page]) => page);

test.each([
  [0, [1]],
  [1, [1]],
  [100, [1]],
  [101, [1, 2]],
  [250, [1, 2, 3]],
])('%i records are read with the pages %o', async (count, pages) => {
  const read = list(count);
  const whole = await allPages(read);
  expect(whole).toEqual({ records: items(1, count), missing: 0, failure: null });
  expect(pagesAsked(read)).toEqual(pages);
});

test('each page is told of as it comes', async () => {
  const told: number[] = [];
  await allPages(list(250), (page) => told.push(page.records.length));
  expect(told).toEqual([100, 100, 50]);
});

test('a later page that fails is counted, and the rest is there', async () => {
  const whole = await allPages(fails(2, 250));
  expect(whole.records).toEqual([...items(1, 100), ...items(201, 250)]);
  expect(whole).toMatchObject({ missing: 100, failure: { code: 'unavailable' } });
});

test('of the last page only what is on it is missing', async () => {
  expect(await allPages(fails(3, 250))).toMatchObject({ missing: 50, failure: { code: 'unavailable' } });
});

test('a first page that fails is a list that failed', async () => {
  await expect(allPages(fails(1, 250))).rejects.toMatchObject({ failure: { code: 'unavailable' } });
});

test('records that could not be understood are counted', async () => {
  const read = list(250, ({ records }, page) =>
    page === 2 ? { records: records.slice(3), unreadable: 3 } : {},
  );
  const whole = await allPages(read);
  expect(whole).toMatchObject({ missing: 3, failure: null });
  expect(whole.records).toHaveLength(247);
  expect(read).toHaveBeenCalledTimes(3);
});

describe('without a count of all records', () => {
  test.each([
    [0, [1]],
    [99, [1]],
    [100, [1, 2]],
    [250, [1, 2, 3]],
    [300, [1, 2, 3, 4]],
  ])('%i records are read until a page is not full', async (count, pages) => {
    const read = list(count, () => ({ total: null }));
    expect(await allPages(read)).toEqual({ records: items(1, count), missing: 0, failure: null });
    expect(pagesAsked(read)).toEqual(pages);
  });

  test('a server that answers the same page for ever is asked twice', async () => {
    const read = list(100, () => ({ total: null, records: items(1, 100) }));
    expect((await allPages(read)).records).toHaveLength(100);
    expect(read).toHaveBeenCalledTimes(2);
  });

  test('a page that fails ends the list and says why', async () => {
    const read = fails(2, 250);
    const withoutCount = async (page: number) => ({ ...(await read(page)), total: null });
    const whole = await allPages(withoutCount);
    expect(whole.failure).toMatchObject({ code: 'unavailable' });
    expect(whole.records).toHaveLength(100);
  });
});

describe('counts that are wrong', () => {
  test('more than there is: what does not come is missing', async () => {
    const read = list(120, () => ({ total: 500 }));
    const whole = await allPages(read);
    expect(whole).toMatchObject({ missing: 380, failure: null });
    expect(read).toHaveBeenCalledTimes(5);
  });

  test('absurd ones do not become a flood of requests', async () => {
    const read = list(120, () => ({ total: 10 ** 14 }));
    expect((await allPages(read)).records).toHaveLength(120);
    expect(read.mock.calls.length).toBeLessThanOrEqual(1000);
  });

  test('one that grows while the list is read', async () => {
    const read = list(250, (_page, number) => ({ total: 250 + number }));
    expect((await allPages(read)).records).toHaveLength(250);
  });
});

describe('an order that changes while the list is read', () => {
  test('what was displaced is found by reading again, and nothing comes twice', async () => {
    let reading = 0;
    const read = list(150, (_page, number) => {
      if (number === 1) reading += 1;
      // The first time the second page repeats the first.
      return reading === 1 && number === 2 ? { records: items(1, 50) } : {};
    });
    const whole = await allPages(read);
    expect(whole.records.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
      items(1, 150).map(({ id }) => Number(id)),
    );
    expect(whole.missing).toBe(0);
    expect(pagesAsked(read)).toEqual([1, 2, 1, 2]);
  });

  test('is not chased for ever: what stays away is counted', async () => {
    const read = list(150, (_page, number) => (number === 2 ? { records: items(1, 50) } : {}));
    const whole = await allPages(read);
    expect(whole.missing).toBe(50);
    expect(whole.records).toHaveLength(100);
    expect(read).toHaveBeenCalledTimes(6);
  });
});

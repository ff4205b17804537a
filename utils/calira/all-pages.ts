import type { Failure } from '../messages/failure.ts';
import { toFailure } from '../messages/failure.ts';
import type { Page } from './client.ts';

/** Absurd paging headers must not turn into a flood of requests: 100 000 records are more than any lab has. */
const mostPages = 1000;
/** Calira promises no order, not even the same one for two pages: what came twice has displaced something else. */
const mostReadings = 3;

/** A list as far as it could be read. Partial results are results: what is missing is counted. */
export interface WholeList<T> {
  records: T[];
  /** Records that Calira has, by its own count, and that could not be read or understood. */
  missing: number;
  /** Why, where a page could not be read. */
  failure: Failure | null;
}

/**
 * Reads a whole list: the first page tells how many there are, the others follow side by side. Where it does not
 * tell, they follow one after the other as long as they are full.
 *
 * @param read asks for one page (1-based).
 * @param onPage told of each page as it arrives, in no promised order.
 * @throws whatever the first page throws; a later page that fails is counted as missing.
 */
export async function allPages<T extends { id: string }>(
  read: (page: number) => Promise<Page<T>>,
  onPage: (page: Page<T>) => void = () => {},
): Promise<WholeList<T>> {
  const found = new Map<string, T>();
  let answered = 0;
  let unreadable = 0;
  let failure: Failure | null = null;

  const take = (page: Page<T>) => {
    for (const record of page.records) found.set(record.id, record);
    answered += page.records.length + page.unreadable;
    unreadable += page.unreadable;
    onPage(page);
  };
  const takeOne = async (number: number) => {
    try {
      take(await read(number));
    } catch (thrown) {
      failure ??= toFailure(thrown);
    }
  };
  const takeFrom = async (number: number, last: number) => {
    const numbers = Array.from({ length: Math.max(0, last - number + 1) }, (_, index) => number + index);
    await Promise.all(numbers.map(takeOne));
  };

  const first = await read(1);
  take(first);
  const { total, size } = first;
  if (total === null) {
    for (let page = 2; !failure && answered === (page - 1) * size && page <= mostPages; page += 1) {
      const known = found.size;
      await takeOne(page);
      if (found.size === known) break;
    }
    return { records: [...found.values()], missing: unreadable, failure };
  }
  const pages = Math.min(Math.ceil(total / size), mostPages);
  await takeFrom(2, pages);
  const displaced = () => !failure && answered >= total && found.size + unreadable < total;
  for (let reading = 2; reading <= mostReadings && displaced(); reading += 1) {
    answered = 0;
    unreadable = 0;
    await takeFrom(1, pages);
  }
  return { records: [...found.values()], missing: Math.max(unreadable, total - found.size), failure };
}

import type { Failure } from '../messages/failure.ts';
import { toFailure } from '../messages/failure.ts';
import type { Page } from './client.ts';

/** Absurd paging headers must not turn into a flood of requests: 100 000 records are more than any lab has. */
const mostPages = 1000;

/** A list as far as it could be read. Partial results are results: what is missing is counted. */
export interface WholeList<T> {
  records: T[];
  /** Records that Calira has, by its own count. */
  total: number;
  /** Records that could not be read or understood. */
  missing: number;
  /** Why, where a page could not be read. */
  failure: Failure | null;
}

/**
 * Reads a whole list: the first page tells how many there are, the others follow side by side.
 *
 * @param read asks for one page (1-based).
 * @param onPage told of each page as it arrives, in no promised order.
 * @throws whatever the first page throws; a later page that fails is counted as missing.
 */
export async function allPages<T>(
  read: (page: number) => Promise<Page<T>>,
  onPage: (page: Page<T>) => void = () => {},
): Promise<WholeList<T>> {
  const first = await read(1);
  const list: WholeList<T> = {
    records: [],
    total: first.total,
    missing: 0,
    failure: null,
  };
  const take = (page: Page<T>) => {
    list.records.push(...page.records);
    list.missing += page.unreadable;
    onPage(page);
  };
  take(first);
  const size = Math.ceil(first.total / first.pages);
  const others = Array.from({ length: Math.min(first.pages, mostPages) - 1 }, (_, index) =>
    read(index + 2)
      .then(take)
      .catch((thrown) => {
        list.missing += Math.min(size, first.total - (index + 1) * size);
        list.failure ??= toFailure(thrown);
      }),
  );
  await Promise.all(others);
  return list;
}

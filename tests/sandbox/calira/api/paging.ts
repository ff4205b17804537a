import type { Context } from 'hono';
import type { CaliraState } from '../state.ts';

const MAXIMUM = 100;
/** Less than a page: what falls between two pages is on one of them the next time. */
const STEP = 7;

const positive = (text: string | undefined, otherwise: number): number => {
  const value = Number.parseInt(text ?? '', 10);
  return value >= 1 ? value : otherwise;
};

/**
 * Calira promises no order at all, not even the same one for two pages: each begins a few records further on than the
 * last, as in a database that joins a scan which is under way. So records come twice, and others on no page.
 */
const movedOn = <T>(c: Context, state: CaliraState, records: readonly T[]): readonly T[] => {
  const list = `${c.req.path} ${c.req.query('account')} ${c.req.query('provider_account')}`;
  const before = state.pagesAnswered.get(list) ?? 0;
  state.pagesAnswered.set(list, before + 1);
  const from = records.length === 0 ? 0 : (before * STEP) % records.length;
  return [...records.slice(from), ...records.slice(0, from)];
};

/** One page of a list with Calira's headers; `show` makes the answer's objects from that page's records only. */
export const paged = <T>(
  c: Context,
  state: CaliraState,
  records: readonly T[],
  show: (record: T) => object,
) => {
  const page = positive(c.req.query('page'), 1);
  const perPage = Math.min(positive(c.req.query('per_page'), MAXIMUM), MAXIMUM);
  const ordered = state.manners.listOrder === 'reshuffled' ? movedOn(c, state, records) : records;
  return c.json(ordered.slice((page - 1) * perPage, page * perPage).map(show), 200, {
    'X-Total-Records': String(records.length),
    'X-Current-Page': String(page),
    'X-Per-Page': String(perPage),
  });
};

export const notFound = (c: Context, what: string) =>
  c.json(
    {
      error: `Couldn't find ${what} with 'id'=${c.req.param('id') ?? c.req.query('account') ?? c.req.query('provider_account')}`,
    },
    404,
  );

import type { Context } from 'hono';
import { shuffled } from '../data/random.ts';
import type { CaliraState } from '../state.ts';

const MAXIMUM = 100;

const positive = (text: string | undefined, otherwise: number): number => {
  const value = Number.parseInt(text ?? '', 10);
  return value >= 1 ? value : otherwise;
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
  // Calira promises no order at all, not even the same one for two pages.
  const ordered = state.manners.listOrder === 'reshuffled' ? shuffled(Math.random, records) : records;
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

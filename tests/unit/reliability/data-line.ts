import { expect } from 'vitest';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import type { Failure } from '../../../utils/messages/failure.ts';
import { settle } from '../../../utils/messages/result.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { BOOKING, IMAGING } from '../support/calira-over-http.ts';
import { authorisedFeed, listener } from '../support/feed-over-http.ts';
import type { DataFault } from './data-faults.ts';
import { spoken } from './spoken.ts';

const list = { path: '/v1/bookings' };

/** What a person finds where Calira's answer is not as it should be: a line of the report. */
export async function dataLine(sandbox: Sandbox, fault: DataFault): Promise<string> {
  sandbox.control.reset();
  const healthy = await read(sandbox);
  sandbox.control.clearRequests();
  for (const one of fault.faults) sandbox.control.addFault(one);
  const { feed, rows, summary, context } = await read(sandbox);
  const requests = sandbox.control.countRequests(list);
  expect(requests).toBeLessThanOrEqual(3 * Math.ceil(healthy.rows.size / 100));
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('isAdmin');

  const cells = fault.details
    ? detailsTold(await settle(() => feed.details({ ids: [BOOKING], check: false }, context)), rows)
    : listTold(rows.size - healthy.rows.size, summary);

  sandbox.control.clearFaults();
  const after = await settle(() => feed.load({ known: false }, context));
  expect(after).toMatchObject({ ok: true, value: { missing: 0, failure: null } });
  return [fault.name, ...cells, String(requests)].join(' | ');
}

async function read(sandbox: Sandbox) {
  const { feed } = await authorisedFeed(sandbox, [IMAGING]);
  const context = listener();
  const summary = await settle(() => feed.load({ known: false }, context));
  return { feed, rows: context.rows, summary, context };
}

type Read = Awaited<ReturnType<typeof read>>;

function listTold(more: number, summary: Read['summary']): [string, string] {
  expect(more).toBeLessThanOrEqual(0);
  const shown = more === 0 ? 'all' : more > -10 ? `all but ${-more}` : 'all of the other pages';
  if (!summary.ok) return ['none', spoken(summary.error)];
  const { missing, failure } = summary.value;
  // Whatever is not shown is counted, or the reason is told.
  if (!failure) expect(missing + more).toBe(0);
  // How many are on a page depends on what the sandbox was seeded with.
  const count = missing > 10 ? '*n*' : missing;
  const counted =
    missing > 0 ? `${count} ${missing === 1 ? 'booking' : 'bookings'} could not be loaded. ` : '';
  return [shown, `${counted}${failure ? spoken(failure) : ''}`.trim() || '–'];
}

function detailsTold(
  result: { ok: true; value: { failure: Failure }[] } | { ok: false; error: Failure },
  rows: ReadonlyMap<string, BookingRow>,
): [string, string] {
  if (!result.ok) return ['none', spoken(result.error)];
  const failure = result.value[0]?.failure;
  if (failure) return ['all, without these details', spoken(failure)];
  const details = rows.get(BOOKING)?.details;
  const unknown = Object.entries(details ?? {}).flatMap(([key, value]) => (value === null ? [key] : []));
  return ['all', unknown.length > 0 ? `– (empty: ${unknown.join(', ')})` : '–'];
}

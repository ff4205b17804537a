import { expect } from 'vitest';
import type { Failure } from '../../../utils/messages/failure.ts';
import type { LoadSummary } from '../../../utils/messages/panel.ts';
import type { Result } from '../../../utils/messages/result.ts';
import { settle } from '../../../utils/messages/result.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { BOOKING, IMAGING, RIVERA } from '../support/calira-over-http.ts';
import { authorisedFeed, listener } from '../support/feed-over-http.ts';
import { idsIn, storedBookings } from '../support/stored-bookings.ts';
import type { DataFault } from './data-faults.ts';
import type { Rows } from './row-changes.ts';
import { rowChanges } from './row-changes.ts';
import { spoken } from './spoken.ts';

const list = { path: '/v1/bookings' };

/** Which labs Calira grants; of these, Imaging Core is authorised. */
const grants = { all: [IMAGING], some: [IMAGING, RIVERA] };
type Authorised = keyof typeof grants;

/** A worker that has read nothing yet; the person has authorised every granted lab, or some. */
async function worker(sandbox: Sandbox, authorised: Authorised) {
  const { feed, labs } = await authorisedFeed(sandbox, grants[authorised]);
  if (authorised === 'some') {
    await labs.read();
    await labs.decide([String(IMAGING)]);
  }
  sandbox.control.clearRequests();
  return feed;
}

/** By the case: every day of that sandbox is the same. */
const healthy = new Map<string, Promise<Rows>>();

/** @returns the rows of a Calira that is in order: with details where these were asked for. */
function healthyRows(sandbox: Sandbox, authorised: Authorised, details: boolean): Promise<Rows> {
  const which = `${authorised} ${details}`;
  const known = healthy.get(which) ?? readHealthy(sandbox, authorised, details);
  healthy.set(which, known);
  return known;
}

async function readHealthy(sandbox: Sandbox, authorised: Authorised, details: boolean): Promise<Rows> {
  const feed = await worker(sandbox, authorised);
  const context = listener();
  await feed.load({ known: false }, context);
  if (details) await feed.details({ ids: [BOOKING], check: false }, context);
  const stored = storedBookings(sandbox);
  const may = authorised === 'all' ? stored.grantedWith([IMAGING]) : stored.knownToBeOf([IMAGING]);
  expect(idsIn(context.rows)).toEqual(may);
  return context.rows;
}

/** What a person finds where Calira's answer is not as it should be: a line of the report. */
export async function dataLine(sandbox: Sandbox, fault: DataFault): Promise<string> {
  sandbox.control.reset();
  const [all, some] = [await told(sandbox, fault, 'all'), await told(sandbox, fault, 'some')];
  const same = all.cells.every((cell, index) => cell === some.cells[index]);
  const otherwise = some.cells.filter((cell) => cell !== '–').join('; ');
  return [fault.name, ...all.cells, String(all.requests), same ? 'the same' : otherwise].join(' | ');
}

/** @returns which bookings are shown, what their rows say otherwise, and what the person reads. */
async function told(sandbox: Sandbox, fault: DataFault, authorised: Authorised) {
  const before = await healthyRows(sandbox, authorised, fault.details ?? false);
  const feed = await worker(sandbox, authorised);
  for (const one of fault.faults) sandbox.control.addFault(one);
  const context = listener();
  const summary = await settle(() => feed.load({ known: false }, context));
  const requests = sandbox.control.countRequests(list);
  const granted = storedBookings(sandbox).grantedWith(grants[authorised]).length;
  expect(requests).toBeLessThanOrEqual(3 * Math.ceil(granted / 100));
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('isAdmin');
  const missing = fault.details
    ? await settle(() => feed.details({ ids: [BOOKING], check: false }, context))
    : null;
  const { rows } = context;
  const [shown, words] = listTold(rows.size - before.size, summary, authorised);
  const unread = missing ? detailsUnread(missing) : null;
  const cells = [
    unread ? `${shown}, without these details` : shown,
    unread ? '–' : rowChanges(rows, before),
    unread ?? words,
  ];

  sandbox.control.clearFaults();
  const after = listener();
  const again = await settle(() => feed.load({ known: false }, after));
  expect(again).toMatchObject({ ok: true, value: { missing: 0, failure: null } });
  if (fault.details) await feed.renewDetails({ ids: [BOOKING] }, after);
  expect(idsIn(after.rows)).toEqual(idsIn(before));
  expect(rowChanges(after.rows, before)).toBe(fault.lasting ?? '–');
  return { cells, requests };
}

function listTold(more: number, summary: Result<LoadSummary>, authorised: Authorised): [string, string] {
  expect(more).toBeLessThanOrEqual(0);
  const shown = more === 0 ? 'all' : more > -10 ? `all but ${-more}` : 'all of the other pages';
  if (!summary.ok) return ['none', spoken(summary.error)];
  const { missing, failure } = summary.value;
  // Whatever is not shown is counted, or the reason is told.
  if (!failure && authorised === 'all') expect(missing + more).toBe(0);
  // Of what cannot be read nobody knows whose it is: it may be another lab's.
  if (!failure) expect(missing).toBeGreaterThanOrEqual(-more);
  // How many are on a page depends on what the sandbox was seeded with.
  const count = missing > 10 ? '*n*' : missing;
  const counted =
    missing > 0 ? `${count} ${missing === 1 ? 'booking' : 'bookings'} could not be loaded. ` : '';
  return [shown, `${counted}${failure ? spoken(failure) : ''}`.trim() || '–'];
}

function detailsUnread(result: Result<{ failure: Failure }[]>): string | null {
  const failure = result.ok ? result.value[0]?.failure : result.error;
  return failure ? spoken(failure) : null;
}

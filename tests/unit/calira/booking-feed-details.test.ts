import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { BOOKING, IMAGING } from '../support/calira-over-http.ts';
import { failureOf } from '../support/failure-of.ts';
import { authorisedFeed, listener } from '../support/feed-over-http.ts';
import { settled } from '../support/settled.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const list = { path: '/v1/bookings' };
const details = { path: '/v1/bookings/:id' };

/** A feed whose list is there, and the ids in it. */
async function loadedFeed() {
  const all = await authorisedFeed(sandbox, [IMAGING]);
  const panel = listener();
  await all.feed.load({ known: false }, panel);
  sandbox.control.clearRequests();
  return { ...all, ids: [...panel.rows.keys()] };
}

test('the details of many come, each with its row, ten at a time', async () => {
  const { feed, ids } = await loadedFeed();
  const panel = listener();
  const hold = sandbox.control.hold(details);
  const asked = feed.details({ ids: ids, check: false }, panel);
  await hold.reachedBy(10);
  hold.release();
  expect(await asked).toEqual([]);
  expect([...panel.rows.keys()].sort()).toEqual([...ids].sort());
  expect([...panel.rows.values()].every((row) => row.details !== null)).toBe(true);
  expect(sandbox.control.countRequests(details)).toBe(ids.length);
  expect(sandbox.control.maxInFlight(details)).toBe(10);
  expect(sandbox.control.countRequests(list)).toBe(0);
});

test('they complete the row with people and links', async () => {
  const { feed } = await loadedFeed();
  const panel = listener();
  await feed.details({ ids: [BOOKING], check: false }, panel);
  const row = panel.rows.get(BOOKING);
  expect(row?.details?.requester).toBe('Ada Byron');
  expect(row?.links.booking).toBe(
    `${sandbox.caliraWebUrl}accounts/${row?.details?.requesterLab?.id}/my_bookings/${BOOKING}`,
  );
  for (const link of [row?.links.booking, row?.links.equipment]) {
    expect((await fetch(link ?? '')).status).toBe(200);
  }
});

test('what is known is told at once and not asked for again', async () => {
  const { feed } = await loadedFeed();
  await feed.details({ ids: [BOOKING], check: false }, listener());
  const again = listener();
  expect(await feed.details({ ids: [BOOKING], check: false }, again)).toEqual([]);
  expect(again.rows.get(BOOKING)?.details).not.toBeNull();
  expect(sandbox.control.countRequests(details)).toBe(1);
});

test('two panels that want the same at the same time cost one request', async () => {
  const { feed } = await loadedFeed();
  const [one, other] = [listener(), listener()];
  await Promise.all([
    feed.details({ ids: [BOOKING], check: false }, one),
    feed.details({ ids: [BOOKING], check: false }, other),
  ]);
  expect([one, other].map(({ rows }) => rows.get(BOOKING)?.details?.requester)).toEqual([
    'Ada Byron',
    'Ada Byron',
  ]);
  expect(sandbox.control.countRequests(details)).toBe(1);
});

test('those that cannot be read are named with the reason, and the others come', async () => {
  const { feed, ids } = await loadedFeed();
  const [broken = '', refused = '', ...others] = ids.slice(0, 6);
  const fault = (id: string, kind: 'html' | { type: 'status'; status: number }) =>
    sandbox.control.addFault({ match: { path: `/v1/bookings/${id}` }, times: 'always', kind });
  fault(broken, 'html');
  fault(refused, { type: 'status', status: 403 });
  const panel = listener();
  const missing = await feed.details({ ids: [broken, refused, ...others], check: false }, panel);
  expect(missing.map(({ id, failure }) => [id, failure.code]).sort()).toEqual(
    [
      [broken, 'unexpectedAnswer'],
      [refused, 'forbidden'],
    ].sort(),
  );
  expect([...panel.rows.keys()].sort()).toEqual(others.sort());
});

test('whoever no longer wants them is let go, and Calira is asked no more', async () => {
  const { feed, ids } = await loadedFeed();
  const controller = new AbortController();
  const hold = sandbox.control.hold(details);
  const asked = failureOf(feed.details({ ids: ids, check: false }, listener(controller.signal)));
  await hold.reachedBy(10);
  controller.abort();
  expect(await asked).toMatchObject({ code: 'cancelled' });
  hold.release();
  await feed.details({ ids: [BOOKING], check: false }, listener());
  expect(sandbox.control.countRequests(details)).toBeLessThanOrEqual(11);
});

test('what somebody looks at overtakes what a search looks into, also where that waits already', async () => {
  const { feed, ids } = await loadedFeed();
  const searched = ids.slice(0, 30);
  const [waiting = '', other = ''] = [searched.at(-1), ids.at(-1)];
  const hold = sandbox.control.hold(details);
  const check = feed.details({ ids: searched, check: true }, listener());
  await hold.reachedBy(10);
  const looked = feed.details({ ids: [other, waiting], check: false }, listener());
  // What has been asked for by now waits in the queue.
  await settled();
  hold.release();
  await Promise.all([check, looked]);
  const asked = sandbox.control.requests(details).map(({ path }) => path.split('/').at(-1));
  expect(asked).toHaveLength(31);
  expect(asked.slice(10, 20)).toEqual(expect.arrayContaining([waiting, other]));
});

test('a fresh feed, of a worker that was started anew, loads the list first', async () => {
  const { newFeed } = await loadedFeed();
  const panel = listener();
  expect(await newFeed().details({ ids: [BOOKING], check: false }, panel)).toEqual([]);
  expect(panel.rows.get(BOOKING)).toMatchObject({
    equipment: { manufacturer: 'Leica Microsystems' },
    details: { requester: 'Ada Byron' },
  });
});

test('and it loads it once, however many ask', async () => {
  const { newFeed, ids } = await loadedFeed();
  const feed = newFeed();
  const panels = ids.slice(0, 5).map((id) => ({ id, panel: listener() }));
  await Promise.all(panels.map(({ id, panel }) => feed.details({ ids: [id], check: false }, panel)));
  for (const { id, panel } of panels) expect(panel.rows.get(id)?.details).not.toBeNull();
  expect(sandbox.control.countRequests({ ...list, query: { page: '1' } })).toBe(1);
});

test('a booking that Calira does not have, or does not show to this person, is missing', async () => {
  const { feed } = await loadedFeed();
  const panel = listener();
  const missing = await feed.details({ ids: ['1', BOOKING], check: false }, panel);
  expect(missing).toMatchObject([{ id: '1', failure: { code: 'unexpectedAnswer' } }]);
  expect(panel.rows.has('1')).toBe(false);
  expect(panel.rows.get(BOOKING)?.details).not.toBeNull();
});

test('details that were asked for before the labs’ time zones were known do not take them away again', async () => {
  const { feed } = await authorisedFeed(sandbox, [IMAGING]);
  const panel = listener();
  const zone = () => panel.rows.get(BOOKING)?.timeZone;
  const zones = sandbox.control.hold({ path: `/v1/accounts/${IMAGING}` });
  const booking = sandbox.control.hold({ path: `/v1/bookings/${BOOKING}` });
  const loaded = feed.load({ known: false }, panel);
  await zones.reached;
  const asked = feed.details({ ids: [BOOKING], check: false }, panel);
  await booking.reached;
  expect(zone() ?? null).toBeNull();
  zones.release();
  await loaded;
  expect(zone()).toBe('Europe/London');
  booking.release();
  await asked;
  expect(panel.rows.get(BOOKING)?.details).not.toBeNull();
  expect(zone()).toBe('Europe/London');
});

test('what the list brings while details are on their way is what is told with them, or nothing where it is gone', async () => {
  const { feed, ids } = await loadedFeed();
  const [changed = '', gone = ''] = ids.slice(0, 2);
  const panel = listener();
  const hold = sandbox.control.hold(details);
  const asked = feed.details({ ids: [changed, gone], check: false }, panel);
  await hold.reachedBy(2);
  sandbox.control.changeBooking(Number(changed), { status: 'Cancelled' });
  sandbox.control.deleteBooking(Number(gone));
  await feed.load({ known: false }, listener());
  hold.release();
  expect(await asked).toMatchObject([{ id: gone, failure: { code: 'unexpectedAnswer' } }]);
  expect([...panel.rows.values()].map(({ id, status }) => [id, status])).toEqual([[changed, 'Cancelled']]);
});

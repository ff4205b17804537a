/** What an earlier worker has read, and when that is used: over the sandbox's API, with a database in memory. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { BOOKING, CYTOMETRY, IMAGING } from '../support/calira-over-http.ts';
import { authorisedFeed, listener } from '../support/feed-over-http.ts';
import { storedBookings } from '../support/stored-bookings.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

/** What is kept is written when nobody waits. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 5_000 });

const list = { path: '/v1/bookings' };
const details = { path: '/v1/bookings/:id' };
const written = (records: ReadonlyMap<string, unknown>, key: string) =>
  eventually(() => records.has(key)).toBe(true);

/** A worker that has read the list of Imaging Core and the details of one booking, and is gone. */
async function stoppedWorker(labs: readonly number[] = [IMAGING]) {
  const all = await authorisedFeed(sandbox, labs);
  const first = listener();
  await all.feed.load({ known: false }, first);
  await all.feed.details({ ids: [BOOKING], check: false }, first);
  await written(all.database.records, `details ${BOOKING}`);
  sandbox.control.clearRequests();
  return { ...all, before: first.rows };
}

test('the next worker tells it at once, before Calira has answered', async () => {
  const { newFeed, before } = await stoppedWorker();
  const hold = sandbox.control.hold(list);
  const panel = listener();
  const loading = newFeed().load({ known: true }, panel);
  await eventually(() => panel.known.size).toBe(before.size);
  expect(panel.rows.size).toBe(0);
  expect(panel.known.get(BOOKING)).toEqual(before.get(BOOKING));
  hold.release();
  expect(await loading).toMatchObject({ missing: 0, failure: null });
  expect(panel.rows.get(BOOKING)).toEqual(before.get(BOOKING));
});

test('it is told in few messages, what is nearest to now first', async () => {
  const { newFeed, database } = await stoppedWorker();
  const stored = database.records.get('list') as { summaries: { id: string; start: string }[] };
  const panel = listener();
  await newFeed().load({ known: true }, panel);
  const [first, ...others] = panel.pushes.flatMap((one) => (one.push === 'known' ? [one.value] : []));
  expect(first?.rows).toHaveLength(100);
  // All the rest follows together, unless Calira has answered by then.
  expect(others.length).toBeLessThanOrEqual(1);
  expect(first?.retrievedAt).toBe(1_795_000_000_000);
  const away = (start: string) => Math.abs(Date.parse(start) - 1_795_000_000_000);
  const nearest = stored.summaries.toSorted((a, b) => away(a.start) - away(b.start))[0];
  expect(first?.rows[0]?.start).toBe(nearest?.start);
});

test('a panel that shows rows already is not told them again', async () => {
  const { newFeed } = await stoppedWorker();
  const panel = listener();
  await newFeed().load({ known: false }, panel);
  expect(panel.known.size).toBe(0);
});

test('details that are known are not asked for again, and the list is not either', async () => {
  const { newFeed } = await stoppedWorker();
  const panel = listener();
  expect(await newFeed().details({ ids: [BOOKING], check: false }, panel)).toEqual([]);
  expect(panel.rows.get(BOOKING)?.details?.requester).toBe('Ada Byron');
  expect(sandbox.control.requests()).toEqual([]);
});

test('details of a booking that has changed are forgotten', async () => {
  const { newFeed, database } = await stoppedWorker();
  const edit = (json: unknown) =>
    (json as { id: number }[]).map((one) =>
      String(one.id) === BOOKING ? { ...one, status: 'Declined' } : one,
    );
  sandbox.control.addFault({ match: list, kind: { type: 'edit', edit }, times: 'always' });
  const panel = listener();
  await newFeed().load({ known: true }, panel);
  expect(panel.known.get(BOOKING)?.details).not.toBeNull();
  expect(panel.rows.get(BOOKING)).toMatchObject({ status: 'Declined', details: null });
  await eventually(() => database.records.has(`details ${BOOKING}`)).toBe(false);
});

test('bookings that have gone from Calira go from the disk', async () => {
  const { newFeed, database, before } = await stoppedWorker();
  sandbox.control.seedData({ bookings: 60 });
  const panel = listener();
  await newFeed().load({ known: true }, panel);
  expect(panel.rows.size).toBeLessThan(before.size);
  const stored = () => (database.records.get('list') as { summaries: { id: string }[] }).summaries;
  await eventually(() => stored().length).toBe(panel.rows.size);
  expect(stored().every(({ id }) => panel.rows.has(id))).toBe(true);
});

describe('of labs that are not authorised', () => {
  test('nothing is on the disk but ids', async () => {
    const { labs, newFeed, database } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
    await labs.read();
    await labs.decide([String(IMAGING)]);
    const panel = listener();
    await newFeed().load({ known: false }, panel);
    await written(database.records, 'list');
    const stored = () =>
      database.records.get('list') as { summaries: { id: string }[]; equipment: { labId: string }[] };
    expect(new Set(stored().equipment.map(({ labId }) => labId))).toEqual(new Set([String(IMAGING)]));
    // The list is written once more when it has been found out whose the others are.
    const kept = () => stored().summaries.map(({ id }) => id);
    await eventually(() => kept().sort()).toEqual([...panel.rows.keys()].sort());
    await written(database.records, 'refused');
    const refused = database.records.get('refused') as { ids: string[] };
    expect(refused.ids.length).toBeGreaterThan(20);
    expect(refused.ids.filter((id) => panel.rows.has(id))).toEqual([]);
    for (const id of refused.ids) expect(database.records.has(`details ${id}`)).toBe(false);
  });

  test('and the next worker asks whose a booking is neither for those that may not appear nor for those that may', async () => {
    const { labs, newFeed, database } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
    await labs.read();
    await labs.decide([String(IMAGING)]);
    await newFeed().load({ known: false }, listener());
    await written(database.records, 'refused');
    const stored = storedBookings(sandbox);
    const may = stored.knownToBeOf([IMAGING]);
    const open = stored
      .grantedWith([IMAGING, CYTOMETRY])
      .filter((id) => !stored.onEquipmentOf([IMAGING]).includes(id));
    expect(sandbox.control.countRequests(details)).toBe(open.length);
    const refused = () => (database.records.get('refused') as { ids: string[] }).ids.toSorted();
    const kept = () => [...database.records.keys()].flatMap((key) => key.split('details ')[1] ?? []).sort();
    await eventually(refused).toEqual(open.filter((id) => !may.includes(id)));
    await eventually(kept).toEqual(open.filter((id) => may.includes(id)));
    sandbox.control.clearRequests();
    await newFeed().load({ known: true }, listener());
    expect(sandbox.control.countRequests(details)).toBe(0);
  });

  test('what was read under another choice is neither shown nor kept', async () => {
    const { labs, newFeed, database } = await stoppedWorker([IMAGING, CYTOMETRY]);
    await labs.decide([String(CYTOMETRY)]);
    const hold = sandbox.control.hold(list);
    const panel = listener();
    const loading = newFeed().load({ known: true }, panel);
    await hold.reached;
    await eventually(() => database.records.size).toBe(0);
    expect(panel.known.size).toBe(0);
    hold.release();
    await loading;
  });
});

test('when everything is forgotten, nothing is left on the disk', async () => {
  const { newFeed, database } = await stoppedWorker();
  await newFeed().clear();
  expect([...database.records]).toEqual([]);
});

test('two panels that open at the same time share one reading, and both see every row', async () => {
  const { feed } = await authorisedFeed(sandbox, [IMAGING]);
  const hold = sandbox.control.hold({ ...list, query: { page: '2' } });
  const [one, other] = [listener(), listener()];
  const first = feed.load({ known: true }, one);
  await hold.reached;
  const second = feed.load({ known: true }, other);
  await eventually(() => other.rows.size).toBe(100);
  hold.release();
  expect(await second).toEqual(await first);
  expect([...other.rows.keys()].sort()).toEqual([...one.rows.keys()].sort());
  expect(sandbox.control.countRequests({ ...list, query: { page: '1' } })).toBe(1);
});

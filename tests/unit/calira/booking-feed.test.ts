import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { usualPatience } from '../../../utils/calira/client.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { BOOKING, CYTOMETRY, IMAGING } from '../support/calira-over-http.ts';
import { failureOf } from '../support/failure-of.ts';
import { authorisedFeed, listener } from '../support/feed-over-http.ts';
import { idsIn, storedBookings } from '../support/stored-bookings.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const unavailable = { type: 'status', status: 503 } as const;
const list = { path: '/v1/bookings' };
const details = { path: '/v1/bookings/:id' };

describe('loading the list', () => {
  test('brings every booking, and each knows its equipment, its lab and its zone', async () => {
    const { feed } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
    const panel = listener();
    const summary = await feed.load({ known: false }, panel);
    expect(summary).toEqual({ retrievedAt: 1_795_000_000_000, missing: 0, failure: null });
    const stored = storedBookings(sandbox);
    const all = stored.grantedWith([IMAGING, CYTOMETRY]);
    const progress = panel.pushes.flatMap((one) => (one.push === 'progress' ? [one.value] : [])).at(-1);
    expect(progress).toEqual({ received: all.length, total: all.length, checking: false });
    expect(idsIn(panel.rows)).toEqual(all);
    const rows = [...panel.rows.values()];
    for (const [lab, name] of [
      [IMAGING, 'Imaging Core'],
      [CYTOMETRY, 'Cytometry'],
    ] as const) {
      const own = rows.filter((row) => row.lab?.name === name);
      expect(own.map(({ id }) => id).sort()).toEqual(stored.onEquipmentOf([lab]));
      const { data } = sandbox.control.calira;
      for (const row of own) {
        const equipment = data.equipment.get(data.bookings.get(Number(row.id))?.equipmentId ?? 0);
        expect(row).toMatchObject({ equipment: { name: equipment?.name }, timeZone: 'Europe/London' });
      }
    }
  });

  test('does not hold the list up for details: there are neither these nor links yet', async () => {
    const { feed } = await authorisedFeed(sandbox);
    const panel = listener();
    await feed.load({ known: false }, panel);
    expect(sandbox.control.countRequests(details)).toBe(0);
    expect(panel.rows.get(BOOKING)).toMatchObject({
      details: null,
      links: { booking: null, equipment: null },
    });
  });

  test('keeps the labs’ zones, and does not ask for them again', async () => {
    const { feed, storedLabs, newFeed } = await authorisedFeed(sandbox);
    await feed.load({ known: false }, listener());
    expect(storedLabs.current().granted).toMatchObject([{ name: 'Imaging Core', timeZone: 'Europe/London' }]);
    sandbox.control.clearRequests();
    await newFeed().load({ known: false }, listener());
    expect(sandbox.control.countRequests({ path: `/v1/accounts/${IMAGING}` })).toBe(0);
  });

  test('tells when the lists have been told: before the labs’ zones, which nobody has to wait for', async () => {
    const { feed } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
    const panel = listener();
    const zones = sandbox.control.hold({ path: `/v1/accounts/${IMAGING}` });
    const loading = feed.load({ known: false }, panel);
    await expect.poll(() => panel.pushes.some((one) => one.push === 'told')).toBe(true);
    const attributed = () => [...panel.rows.values()].flatMap(({ id, lab }) => (lab ? [id] : [])).sort();
    const own = storedBookings(sandbox).onEquipmentOf([IMAGING, CYTOMETRY]);
    expect(attributed()).toEqual(own);
    zones.release();
    await loading;
    expect(attributed()).toEqual(own);
  });

  test('tells that there are no labs', async () => {
    const { feed } = await authorisedFeed(sandbox);
    sandbox.control.withdrawLab(IMAGING);
    expect(await failureOf(feed.load({ known: false }, listener()))).toMatchObject({ code: 'noLabs' });
  });

  test('forgets a booking that has gone from Calira', async () => {
    const { feed } = await authorisedFeed(sandbox);
    await feed.load({ known: false }, listener());
    const gone = { match: list, kind: { type: 'edit', edit: without(BOOKING) }, times: 'always' } as const;
    sandbox.control.addFault(gone);
    const panel = listener();
    await feed.load({ known: false }, panel);
    const others = storedBookings(sandbox).grantedWith([IMAGING]);
    expect(others.splice(others.indexOf(BOOKING), 1)).toEqual([BOOKING]);
    expect(idsIn(panel.rows)).toEqual(others);
  });

  test('finds every booking although each page comes in another order', async () => {
    sandbox.control.setListOrder('reshuffled');
    const { feed } = await authorisedFeed(sandbox);
    const panel = listener();
    expect(await feed.load({ known: false }, panel)).toMatchObject({ missing: 0, failure: null });
    const all = storedBookings(sandbox).grantedWith([IMAGING]);
    expect(idsIn(panel.rows)).toEqual(all);
    // Some had fallen between the pages: a second reading has found them.
    expect(sandbox.control.countRequests(list)).toBe(2 * Math.ceil(all.length / 100));
  });
});

describe('where every lab that is known here is authorised', () => {
  const accounts = { path: '/v1/accounts' };
  const equipment = { path: '/v1/equipment' };
  const all = [IMAGING, CYTOMETRY];

  test('a lab granted meanwhile: not one of its bookings reaches the page', async () => {
    const { feed, newFeed } = await authorisedFeed(sandbox, [IMAGING]);
    const before = listener();
    await feed.load({ known: false }, before);
    expect(idsIn(before.rows)).toEqual(storedBookings(sandbox).grantedWith([IMAGING]));
    sandbox.control.grantLab(CYTOMETRY);
    const panel = listener();
    await newFeed().load({ known: true }, panel);
    expect(idsIn(panel.rows)).toEqual(storedBookings(sandbox).knownToBeOf([IMAGING]));
    // Each message counts: what was shown for a moment was shown.
    expect([...panel.rows.keys()].filter((id) => !before.rows.has(id))).toEqual([]);
    expect([...panel.known.keys()].filter((id) => !before.rows.has(id))).toEqual([]);
    const told = panel.pushes.flatMap((one) => (one.push === 'progress' ? [one.value.received] : []));
    expect(Math.max(...told)).toBeLessThanOrEqual(before.rows.size);
  });

  test('first rows wait for neither labs nor equipment alone: whichever says more quickly whose they are', async () => {
    const { feed, labs } = await authorisedFeed(sandbox, all);
    await labs.read();
    const stored = storedBookings(sandbox);
    const whole = stored.grantedWith(all);
    const attributed = stored.onEquipmentOf(all);
    expect(attributed.length).toBeLessThan(whole.length);

    const heldLabs = sandbox.control.hold(accounts);
    const one = listener();
    const first = feed.load({ known: false }, one);
    await expect.poll(() => idsIn(one.rows)).toEqual(attributed);
    heldLabs.release();
    await first;
    expect(idsIn(one.rows)).toEqual(whole);

    await feed.clear();
    const heldEquipment = sandbox.control.hold(equipment);
    const other = listener();
    const second = feed.load({ known: false }, other);
    await expect.poll(() => idsIn(other.rows)).toEqual(whole);
    heldEquipment.release();
    await second;
  });

  test('all three are asked for side by side', async () => {
    const { feed, labs } = await authorisedFeed(sandbox, all);
    await labs.read();
    const held = sandbox.control.hold({});
    const loading = feed.load({ known: false }, listener());
    await held.reachedBy(2 + all.length);
    held.release();
    await loading;
  });

  test('labs that cannot be read now: what no equipment attributes is asked for', async () => {
    const { feed, labs } = await authorisedFeed(sandbox, all);
    await labs.read();
    sandbox.control.addFault({ match: accounts, times: 'always', kind: unavailable });
    const panel = listener();
    const { failure } = await feed.load({ known: false }, panel);
    expect(failure).toMatchObject({ code: 'unavailable' });
    const stored = storedBookings(sandbox);
    expect(idsIn(panel.rows)).toEqual(stored.knownToBeOf(all));
    const asked = stored.grantedWith(all).length - stored.onEquipmentOf(all).length;
    expect(sandbox.control.countRequests(details)).toBe(asked);
  });
});

test('until the list can be used nothing is asked for but its pages and what names its labs and equipment, each once', async () => {
  sandbox.control.seedData({ bookings: 1_950, equipment: 120 });
  const { feed, labs } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
  // As a sign-in ends.
  await labs.read();
  sandbox.control.clearRequests();
  const panel = listener();
  await feed.load({ known: false }, panel);
  const asked = sandbox.control
    .requests({ server: 'calira' })
    .map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
  expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
  expect(sandbox.control.maxInFlight({})).toBeLessThanOrEqual(10);
  const all = storedBookings(sandbox).grantedWith([IMAGING, CYTOMETRY]);
  expect(idsIn(panel.rows)).toEqual(all);
  const pages = Math.ceil(all.length / 100);
  expect(sandbox.control.countRequests(list)).toBe(pages);
  expect(sandbox.control.countRequests(details)).toBe(0);
  const others = asked.filter((one) => !/^\/v1\/(bookings|equipment|accounts|accounts\/\d+) /.test(one));
  expect(others).toEqual([]);
});

test.each([
  ['has begun', 4, {}],
  ['goes on with its second page', 1, { ...list, query: { page: '2' } }],
])('nobody who leaves while the list %s keeps Calira busy', async (_when, underWay, match) => {
  sandbox.control.seedData({ bookings: 1_950 });
  const { feed, labs } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
  await labs.read();
  sandbox.control.clearRequests();
  const held = sandbox.control.hold(match);
  const left = new AbortController();
  const loading = failureOf(feed.load({ known: false }, { ...listener(), signal: left.signal }));
  await held.reachedBy(underWay);
  left.abort();
  expect(await loading).toMatchObject({ code: 'cancelled' });
  // Sooner than where its own patience ends.
  const open = () => sandbox.control.requests().filter(({ ended }) => !ended);
  await expect.poll(open, { timeout: usualPatience.timeout / 2 }).toEqual([]);
  expect(sandbox.control.requests(match).map(({ aborted }) => aborted)).toEqual(Array(underWay).fill(true));
  held.release();
});

test('a list that has failed leaves nothing on its way that belonged to it', async () => {
  const { feed, labs } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
  await labs.read();
  sandbox.control.clearRequests();
  sandbox.control.addFault({ match: list, times: 'always', kind: { type: 'status', status: 403 } });
  const equipment = { path: '/v1/equipment' };
  const held = sandbox.control.hold(equipment);
  const loading = failureOf(feed.load({ known: false }, listener()));
  await held.reachedBy(2);
  expect(await loading).toMatchObject({ code: 'forbidden' });
  const aborted = () => sandbox.control.requests(equipment).map((request) => request.aborted);
  await expect.poll(aborted, { timeout: usualPatience.timeout / 2 }).toEqual([true, true]);
  held.release();
});

test('whose bookings are is asked for ten at a time', async () => {
  const { feed, labs } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
  await labs.read();
  await labs.decide([String(CYTOMETRY)]);
  const held = sandbox.control.hold(details);
  const loading = feed.load({ known: false }, listener());
  await held.reachedBy(10);
  held.release();
  await loading;
  const stored = storedBookings(sandbox);
  const asked = stored.grantedWith([IMAGING, CYTOMETRY]).length - stored.onEquipmentOf([CYTOMETRY]).length;
  expect(sandbox.control.countRequests(details)).toBe(asked);
  expect(sandbox.control.maxInFlight({})).toBe(10);
});

test('of labs that are not authorised, not even the number of bookings reaches the page', async () => {
  const { feed, labs } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
  await labs.read();
  await labs.decide([String(CYTOMETRY)]);
  const panel = listener();
  await feed.load({ known: false }, panel);
  expect(idsIn(panel.rows)).toEqual(storedBookings(sandbox).knownToBeOf([CYTOMETRY]));
  const progress = panel.pushes.flatMap((one) => (one.push === 'progress' ? [one.value] : []));
  expect(progress.some(({ checking }) => checking)).toBe(true);
  expect(Math.max(...progress.map(({ received }) => received))).toBe(panel.rows.size);
  expect(progress.filter(({ total }) => total !== null)).toEqual([]);
});

const without = (id: string) => (json: unknown) =>
  (json as { id: number }[]).filter((booking) => String(booking.id) !== id);

describe('a panel for which another one’s reading would do', () => {
  test('is told all of it, and Calira is not asked', async () => {
    const { feed, tellRead } = await authorisedFeed(sandbox);
    const [one, other] = [listener(), listener()];
    const summary = await feed.load({ known: false }, one);
    expect(tellRead.mock.calls).toEqual([[summary.retrievedAt]]);
    sandbox.control.clearRequests();
    expect(await feed.load({ known: false, enough: summary.retrievedAt }, other)).toEqual(summary);
    expect(idsIn(one.rows)).toEqual(storedBookings(sandbox).grantedWith([IMAGING]));
    expect(other.rows).toEqual(one.rows);
    expect(sandbox.control.requests()).toEqual([]);
    expect(tellRead).toHaveBeenCalledTimes(1);
  });

  test('reads by itself where that has been forgotten, or a later one is wanted', async () => {
    const { feed } = await authorisedFeed(sandbox);
    const { retrievedAt } = await feed.load({ known: false }, listener());
    for (const prepare of [() => feed.clear(), async () => {}]) {
      await prepare();
      sandbox.control.clearRequests();
      await feed.load({ known: false, enough: retrievedAt + 1 }, listener());
      const pages = Math.ceil(storedBookings(sandbox).grantedWith([IMAGING]).length / 100);
      expect(sandbox.control.countRequests(list)).toBe(pages);
    }
  });

  test('is not told of one that is not whole', async () => {
    const { feed, tellRead } = await authorisedFeed(sandbox, [CYTOMETRY, IMAGING]);
    sandbox.control.addFault({
      match: { ...list, query: { page: '2' } },
      times: 'always',
      kind: unavailable,
    });
    await feed.load({ known: false }, listener());
    expect(tellRead).not.toHaveBeenCalled();
  });
});

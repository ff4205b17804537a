import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noLabs } from '../../../utils/calira/lab-choice.ts';
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

describe('a list that comes in part', () => {
  test('is shown as far as it came, and the rest is counted', async () => {
    const { feed } = await authorisedFeed(sandbox);
    const whole = storedBookings(sandbox).grantedWith([IMAGING]);
    const inOrder = [...sandbox.control.calira.data.bookings.keys()].map(String);
    sandbox.control.addFault({ match: { ...list, query: { page: '2' } }, times: 3, kind: unavailable });
    const panel = listener();
    const { missing, failure } = await feed.load({ known: false }, panel);
    expect(failure).toMatchObject({ code: 'unavailable' });
    // The order of what is stored is the order of the list.
    const first = inOrder.filter((id) => whole.includes(id)).slice(0, 100);
    expect(idsIn(panel.rows)).toEqual(first.sort());
    expect(missing).toBe(whole.length - 100);
  });

  test('fails where not even its first page came', async () => {
    const { feed } = await authorisedFeed(sandbox);
    sandbox.control.addFault({ match: list, times: 'always', kind: unavailable });
    expect(await failureOf(feed.load({ known: false }, listener()))).toMatchObject({ code: 'unavailable' });
  });

  test('broken equipment of one lab costs neither the bookings nor the other lab’s equipment', async () => {
    const { feed } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
    const match = { path: '/v1/equipment', query: { account: String(CYTOMETRY) } };
    sandbox.control.addFault({ match, times: 'always', kind: 'truncatedJson' });
    const panel = listener();
    expect(await feed.load({ known: false }, panel)).toMatchObject({
      missing: 0,
      failure: { code: 'unexpectedAnswer' },
    });
    const stored = storedBookings(sandbox);
    expect(idsIn(panel.rows)).toEqual(stored.grantedWith([IMAGING, CYTOMETRY]));
    const named = [...panel.rows.values()].flatMap(({ id, equipment }) => (equipment?.name ? [id] : []));
    expect(named.sort()).toEqual(stored.onEquipmentOf([IMAGING]));
  });

  test('equipment of which only a later page is missing is told of as well', async () => {
    const { feed } = await authorisedFeed(sandbox);
    sandbox.control.seedData({ equipment: 2500 });
    const match = { path: '/v1/equipment', query: { page: '2' } };
    sandbox.control.addFault({ match, times: 'always', kind: unavailable });
    expect(await feed.load({ known: false }, listener())).toMatchObject({
      missing: 0,
      failure: { code: 'unavailable' },
    });
  });

  test('a lab whose zone cannot be read costs the other lab nothing', async () => {
    const { feed, storedLabs } = await authorisedFeed(sandbox, [IMAGING, CYTOMETRY]);
    const match = { path: `/v1/accounts/${CYTOMETRY}` };
    sandbox.control.addFault({ match, times: 'always', kind: unavailable });
    const panel = listener();
    expect(await feed.load({ known: false }, panel)).toMatchObject({
      missing: 0,
      failure: { code: 'unavailable' },
    });
    expect(panel.rows.get(BOOKING)?.timeZone).toBe('Europe/London');
    expect(storedLabs.current().granted.map(({ timeZone }) => timeZone)).toContain('Europe/London');
  });
});

describe('when everything is forgotten while the list is loading', () => {
  test('nothing that was on its way is kept, and no lab comes back', async () => {
    const { feed, storedLabs } = await authorisedFeed(sandbox);
    const hold = sandbox.control.hold(list, 'response');
    const panel = listener();
    const loading = failureOf(feed.load({ known: false }, panel));
    await hold.reached;
    await feed.clear();
    await storedLabs.set(noLabs);
    hold.release();
    expect(await loading).toMatchObject({ code: 'cancelled' });
    expect(panel.rows.size).toBe(0);
    expect(storedLabs.current()).toEqual(noLabs);
  });

  test('another load starts afresh', async () => {
    const { feed } = await authorisedFeed(sandbox);
    await feed.load({ known: false }, listener());
    await feed.clear();
    const panel = listener();
    expect(await feed.load({ known: false }, panel)).toMatchObject({ missing: 0, failure: null });
    expect(idsIn(panel.rows)).toEqual(storedBookings(sandbox).grantedWith([IMAGING]));
  });
});

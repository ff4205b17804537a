import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { askApi, connect } from '../../sandbox/connect.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { authorisedClient, BOOKING, IMAGING } from '../support/calira-over-http.ts';
import { failureOf } from '../support/failure-of.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const list = { path: '/v1/bookings' };

describe('what Calira answers', () => {
  test('a page of bookings, a hundred of them, and how many there are', async () => {
    const { client } = await authorisedClient(sandbox);
    const page = await client.bookings(1);
    expect(page.records).toHaveLength(100);
    expect(page).toMatchObject({ unreadable: 0, size: 100 });
    expect(page.total).toBeGreaterThan(100);
    expect((await client.bookings(2)).records).toHaveLength((page.total ?? 0) - 100);
    expect(sandbox.control.requests(list)).toMatchObject([
      { query: { page: '1', per_page: '100' } },
      { query: { page: '2', per_page: '100' } },
    ]);
  });

  test('a booking, a lab and its equipment', async () => {
    const { client } = await authorisedClient(sandbox);
    expect(await client.booking(BOOKING)).toMatchObject({ requester: 'Ada Byron', duration: 195 });
    expect(await client.account(String(IMAGING))).toMatchObject({
      name: 'Imaging Core',
      timezone: 'Europe/London',
    });
    const { records } = await client.equipment(String(IMAGING), 1);
    expect(records).toContainEqual(expect.objectContaining({ name: 'STED super-resolution <bench 2>' }));
    expect(records.every(({ labId }) => labId === String(IMAGING))).toBe(true);
  });
});

test('no cookie goes along, and nothing of the answer is left in the browser’s cache', async () => {
  const { client } = await authorisedClient(sandbox);
  const sent = vi.spyOn(globalThis, 'fetch');
  await Promise.all([client.bookings(1), client.booking(BOOKING), client.accounts(1)]);
  const requests = sent.mock.calls.map(([request]) => request);
  sent.mockRestore();
  expect(requests).toHaveLength(3);
  for (const request of requests) expect(request).toMatchObject({ credentials: 'omit', cache: 'no-store' });
});

describe('an access token that is refused', () => {
  test('is renewed once, and the request sent again with the new one', async () => {
    const { client, session } = await authorisedClient(sandbox);
    sandbox.control.expireAccessTokens();
    const renewed = await connect(sandbox, { labs: [IMAGING] });
    session.accessToken.mockImplementation(async (rejected) => (rejected ? renewed.access_token : 'stale'));
    expect((await client.booking(BOOKING)).requester).toBe('Ada Byron');
    expect(session.accessToken.mock.calls).toEqual([[], ['stale']]);
    expect(session.refused).not.toHaveBeenCalled();
    expect(sandbox.control.requests({ path: '/v1/bookings/:id' }).map(({ status }) => status)).toEqual([
      401, 200,
    ]);
  });

  test('even though it is new ends the authorisation, and nothing is tried for ever', async () => {
    const { client, session } = await authorisedClient(sandbox);
    sandbox.control.expireAccessTokens();
    expect(await failureOf(client.bookings(1))).toMatchObject({ code: 'expired' });
    expect(session.refused).toHaveBeenCalledTimes(1);
    expect(sandbox.control.countRequests(list)).toBe(2);
  });

  test('says why where it could not be renewed: that alone signs nobody out', async () => {
    const { client, session } = await authorisedClient(sandbox);
    sandbox.control.expireAccessTokens();
    session.accessToken.mockImplementation(async (rejected) => {
      if (rejected) throw new DOMException('window closed', 'AbortError');
      return 'stale';
    });
    expect(await failureOf(client.bookings(1))).toMatchObject({ code: 'cancelled' });
    expect(session.refused).not.toHaveBeenCalled();
  });
});

describe('records that are not as they should be', () => {
  const edit = (change: (records: Record<string, unknown>[]) => unknown) =>
    sandbox.control.addFault({
      match: list,
      kind: { type: 'edit', edit: (json) => change(json as Record<string, unknown>[]) },
    });

  test('are counted, and the others live', async () => {
    const { client } = await authorisedClient(sandbox);
    edit(([first, second, ...others]) => [{ ...first, start_time: 'soon' }, null, second, ...others]);
    const page = await client.bookings(1);
    expect(page.unreadable).toBe(2);
    expect(page.records).toHaveLength(99);
  });

  test.each([
    ['absent', { 'X-Total-Records': null, 'X-Per-Page': null, 'X-Current-Page': null }, null, 100],
    ['words', { 'X-Total-Records': 'many', 'X-Per-Page': 'some' }, null, 100],
    ['negative', { 'X-Total-Records': '-5', 'X-Per-Page': '-1' }, null, 100],
    ['in powers of ten', { 'X-Total-Records': '1e300', 'X-Per-Page': '1e300' }, null, 100],
    ['fewer than came', { 'X-Total-Records': '3' }, null, 100],
    ['of nothing a page', { 'X-Total-Records': '148', 'X-Per-Page': '0' }, 148, 100],
    ['of more on a page than there ever are', { 'X-Total-Records': '148', 'X-Per-Page': '5000' }, 148, 100],
    ['of small pages', { 'X-Total-Records': '148', 'X-Per-Page': '25' }, 148, 25],
  ])('counts that are %s are not believed', async (_what, headers, total, size) => {
    const { client } = await authorisedClient(sandbox);
    sandbox.control.addFault({ match: list, kind: { type: 'headers', headers } });
    expect(await client.bookings(1)).toMatchObject({ total, size });
  });
});

describe('many requests', () => {
  test('at most ten are under way at the same time', async () => {
    const { client, tokens } = await authorisedClient(sandbox);
    const details = { path: '/v1/bookings/:id' };
    const hold = sandbox.control.hold(details);
    const asked = Promise.all(Array.from({ length: 25 }, () => client.booking(BOOKING)));
    await hold.reachedBy(10);
    // An eleventh would have arrived by the time that another request has been answered.
    expect((await askApi(sandbox, tokens.access_token, 'accounts')).status).toBe(200);
    expect(sandbox.control.countRequests(details)).toBe(10);
    hold.release();
    await asked;
    expect(sandbox.control.countRequests(details)).toBe(25);
    expect(sandbox.control.maxInFlight(details)).toBe(10);
  });

  test('one that nobody wants any longer ends at once, here and at Calira', async () => {
    const { client } = await authorisedClient(sandbox);
    const hold = sandbox.control.hold(list);
    const controller = new AbortController();
    const asked = failureOf(client.bookings(1, controller.signal));
    await hold.reached;
    controller.abort();
    expect(await asked).toMatchObject({ code: 'cancelled' });
    await expect.poll(() => sandbox.control.requests(list)[0]?.aborted).toBe(true);
    hold.release();
    expect(sandbox.control.countRequests(list)).toBe(1);
  });

  test('one that nobody wanted from the start is never sent', async () => {
    const { client, session } = await authorisedClient(sandbox);
    expect(await failureOf(client.bookings(1, AbortSignal.abort()))).toMatchObject({ code: 'cancelled' });
    expect(sandbox.control.countRequests(list)).toBe(0);
    expect(session.accessToken).not.toHaveBeenCalled();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { usualPatience } from '../../../utils/calira/client.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { FaultKind } from '../../sandbox/traffic/fault.ts';
import { authorisedClient, BOOKING, impatient } from '../support/calira-over-http.ts';
import { failureOf } from '../support/failure-of.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

/** A list and a single record: everything else is asked for in one of these two ways. */
const requests = [
  ['a list', { path: '/v1/bookings' }, (client: Client) => client.bookings(1)],
  ['a record', { path: '/v1/bookings/:id' }, (client: Client) => client.booking(BOOKING)],
] as const;
type Client = Awaited<ReturnType<typeof authorisedClient>>['client'];

const status = (code: number, more: object = {}): FaultKind => ({ type: 'status', status: code, ...more });

describe.each(requests)('%s', (_what, match, ask) => {
  /** @returns how it fails while a fault lasts, and how often Calira was asked. */
  async function faulty(kind: FaultKind, patience?: typeof impatient) {
    const { client, session } = await authorisedClient(sandbox, undefined, patience);
    sandbox.control.addFault({ match, times: 'always', kind });
    const failure = await failureOf(ask(client));
    expect(session.refused).not.toHaveBeenCalled();
    return { ...failure, asked: sandbox.control.countRequests(match) };
  }

  test.each([
    [400, 'unexpectedAnswer'],
    [403, 'forbidden'],
    [404, 'unexpectedAnswer'],
    [409, 'unexpectedAnswer'],
    [422, 'unexpectedAnswer'],
    [501, 'unavailable'],
  ])('%i is %s and is not tried again', async (code, expected) => {
    const { code: told, detail, asked } = await faulty(status(code));
    expect([told, asked]).toEqual([expected, 1]);
    expect(detail).toMatch(new RegExp(`^HTTP ${code} /v1/bookings`));
  });

  test.each([
    [408, 'timeout'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
  ])('%i is %s after three tries', async (code, expected) => {
    expect(await faulty(status(code))).toMatchObject({ code: expected, asked: 3 });
  });

  test.each([
    ['seconds', 7, 7_000],
    ['an absurd time', 86_400, 3_600_000],
    ['nothing', undefined, 10_000],
  ])('429 with %s is left to the person’s countdown', async (_how, retryAfter, wait) => {
    expect(await faulty(status(429, { retryAfter }))).toMatchObject({
      code: 'rateLimited',
      retryAfter: wait,
      asked: 1,
    });
  });

  test.each([
    ['truncatedJson', 'unexpectedAnswer'],
    ['emptyBody', 'unexpectedAnswer'],
    ['wrongShape', 'unexpectedAnswer'],
    ['hugeBody', 'unexpectedAnswer'],
    ['html', 'unexpectedAnswer'],
    ['redirect', 'unexpectedAnswer'],
    ['resetBody', 'offline'],
    ['gzipGarbage', 'offline'],
  ] satisfies [FaultKind, string][])('%s is %s and is not tried again', async (kind, expected) => {
    expect(await faulty(kind)).toMatchObject({ code: expected, asked: 1 });
  });

  test.each(['reset', 'resetAfter'] satisfies FaultKind[])(
    '%s is offline after three tries',
    async (kind) => {
      expect(await faulty(kind)).toMatchObject({ code: 'offline', asked: 3 });
    },
  );

  test('a server that hangs is given up after three tries', async () => {
    expect(await faulty('hang', impatient)).toMatchObject({ code: 'timeout', asked: 3 });
  });

  test('a server that hangs in the middle of its answer is given up too', async () => {
    const { code } = await faulty('hangBody', { ...impatient, timeout: 400, totalTimeout: 400 });
    expect(code).toBe('timeout');
  });

  test.each([
    ['500', status(500), 1],
    ['503 with Retry-After', status(503, { retryAfter: 1 }), 2],
    ['a broken connection', 'reset', 2],
  ] satisfies [string, FaultKind, number][])('is there after all after %s', async (_what, kind, times) => {
    const { client } = await authorisedClient(sandbox);
    const fault = sandbox.control.addFault({ match, times, kind });
    await expect(ask(client)).resolves.toBeDefined();
    expect(fault.struck()).toBe(times);
  });

  test('a wrong content type does no harm', async () => {
    const { client } = await authorisedClient(sandbox);
    sandbox.control.addFault({ match, kind: 'wrongContentType' });
    await expect(ask(client)).resolves.toBeDefined();
  });

  test('without API access in the subscription it is forbidden', async () => {
    const { client } = await authorisedClient(sandbox);
    sandbox.control.subscription('none');
    expect(await failureOf(ask(client))).toMatchObject({ code: 'forbidden' });
  });
});

test('a Calira that refuses connections is offline', async () => {
  const { client } = await authorisedClient(sandbox);
  const { restore } = await sandbox.control.refuseConnections('calira');
  try {
    expect(await failureOf(client.bookings(1))).toMatchObject({ code: 'offline' });
  } finally {
    await restore();
  }
  await expect(client.bookings(1)).resolves.toBeDefined();
});

test('three tries end within 25 seconds whatever happens', () => {
  expect(usualPatience.totalTimeout).toBeLessThanOrEqual(25_000);
  expect(usualPatience.retry.limit).toBe(2);
  expect(usualPatience.retry.statusCodes.filter((code) => code < 500)).toEqual([408]);
});

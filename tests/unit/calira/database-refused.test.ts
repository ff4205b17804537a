/** A browser that refuses databases, and one whose database is wiped: what is lost is staying connected, no more. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLastingDatabase } from '../../../utils/calira/lasting-database.ts';
import type { SessionWorld } from '../support/session-world.ts';
import { createSessionWorld } from '../support/session-world.ts';
import { createStrictCalira } from '../support/strict-calira.ts';

const refuse = async (): Promise<never> => {
  throw new DOMException('The user denied permission to access the database.', 'InvalidStateError');
};

let world: SessionWorld;
let calira: ReturnType<typeof createStrictCalira>;

beforeEach(async () => {
  fakeBrowser.reset();
  world = createSessionWorld();
  calira = createStrictCalira(() => world.state.now);
  world.protocol.exchangeCode.mockImplementation(calira.exchange);
  world.protocol.refreshTokens.mockImplementation((_client, token) => calira.refresh(token));
  world.revoke.mockImplementation((_client, token) => calira.revoke(token));
  await world.startedBefore.set(true);
});

/** As after the browser was closed: memory is gone, and what is on the disk is left. */
async function restartBrowser() {
  await fakeBrowser.storage.session.clear();
  await world.startedBefore.set(false);
  const next = world.worker();
  await next.session.recover();
  return next;
}

describe('refused', () => {
  beforeEach(() => Object.assign(world.lasting, { get: refuse, set: refuse, del: refuse }));

  test('signing in, renewing and disconnecting work, across workers that are stopped', async () => {
    await world.session.connect();
    expect(world.connection.value.state).toBe('connected');
    world.pass(7_200_000);
    const { session } = world.worker();
    await session.recover();
    expect(await session.accessToken()).toBe('access-2');
    const third = world.worker();
    await third.session.recover();
    await third.session.disconnect();
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    expect(calira.good.size).toBe(0);
  });

  test('another start of the browser costs one click', async () => {
    await world.session.connect();
    const { session } = await restartBrowser();
    expect(world.connection.value.state).toBe('expired');
    await session.connect();
    expect(world.connection.value.state).toBe('connected');
  });
});

describe('wiped', () => {
  test('the access token is used to its end, and then one click is enough', async () => {
    await world.session.connect();
    world.lasting.entries.clear();
    expect(await world.session.accessToken()).toBe('access-1');
    expect(world.connection.value.state).toBe('connected');
    world.pass(7_200_000);
    await expect(world.session.accessToken()).rejects.toMatchObject({ failure: { code: 'expired' } });
    expect(world.connection.value.state).toBe('expired');
    await world.session.connect();
    const { session } = await restartBrowser();
    expect(world.connection.value.state).toBe('connected');
    world.pass(7_200_000);
    await expect(session.accessToken()).resolves.toBeDefined();
  });
});

describe('refused for as long as the browser runs, and opened again at its next start', () => {
  test('who disconnected meanwhile stays disconnected: the token is deleted, and Calira is told', async () => {
    await world.session.connect();
    const { get, set, del } = world.lasting;
    Object.assign(world.lasting, { get: refuse, set: refuse, del: refuse });
    await fakeBrowser.storage.session.clear();
    const refused = world.worker();
    await refused.session.recover();
    await refused.session.disconnect();
    expect(world.connection.value).toEqual({ state: 'disconnected' });

    Object.assign(world.lasting, { get, set, del });
    const { session, revocations } = await restartBrowser();
    await revocations.retry();
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    expect(world.lasting.entries.size).toBe(0);
    expect(calira.good.size).toBe(0);

    await session.connect();
    await (await restartBrowser()).session.recover();
    expect(world.connection.value.state).toBe('connected');
  });

  test('who did not is connected as before', async () => {
    await world.session.connect();
    const { get, set, del } = world.lasting;
    Object.assign(world.lasting, { get: refuse, set: refuse, del: refuse });
    await restartBrowser();
    expect(world.connection.value.state).toBe('expired');
    Object.assign(world.lasting, { get, set, del });
    await restartBrowser();
    expect(world.connection.value.state).toBe('connected');
  });
});

test('a reading that fails once at a start deletes nothing: the next worker finds the tokens', async () => {
  await world.session.connect();
  const { get } = world.lasting;
  Object.assign(world.lasting, { get: refuse });
  await restartBrowser();
  Object.assign(world.lasting, { get });
  const { session } = world.worker();
  await session.recover();
  expect(world.connection.value.state).toBe('connected');
  await expect(session.accessToken()).resolves.toBe('access-2');
});

test('a failure of a database that has worked is told', async () => {
  const database = { get: async () => 1, set: async () => {}, del: async () => {} };
  const lasting = createLastingDatabase(database);
  expect(await lasting.get('a')).toBe(1);
  Object.assign(database, { get: refuse, del: refuse });
  await expect(lasting.get('a')).rejects.toThrow('denied');
  await expect(lasting.del('a')).rejects.toThrow('denied');
});

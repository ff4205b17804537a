/** What a new worker makes of what a stopped one left, and what a browser that starts forgets. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Connection } from '../../../utils/calira/connection.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { SessionWorld } from '../support/session-world.ts';
import { createSessionWorld, failing, pair, publicClient, start } from '../support/session-world.ts';

let world: SessionWorld;
beforeEach(async () => {
  fakeBrowser.reset();
  world = createSessionWorld();
  await world.startedBefore.set(true);
});

describe('a sign-in that its worker did not survive', () => {
  test.each<{ name: string; left: Connection; mended: Connection }>([
    {
      name: 'from disconnected',
      left: { state: 'connecting', since: start, from: 'disconnected' },
      mended: { state: 'disconnected', failure: { code: 'interrupted' } },
    },
    {
      name: 'from expired',
      left: { state: 'connecting', since: start, from: 'expired', fromSince: 7 },
      mended: { state: 'expired', since: 7, failure: { code: 'interrupted' } },
    },
  ])('$name', async ({ left, mended }) => {
    await world.connection.set(left);
    await world.session.recover();
    expect(world.connection.value).toEqual(mended);
  });

  test('from connected: the old authorisation is still there', async () => {
    await world.connected();
    await world.connection.set({ state: 'connecting', since: start, from: 'connected', fromSince: 7 });
    await world.session.recover();
    expect(world.connection.value).toEqual({
      state: 'connected',
      since: 7,
      failure: { code: 'interrupted' },
    });
  });

  test.each(['disconnected', 'expired', 'connected'] as const)(
    'from %s, with new tokens already: it is completed',
    async (from) => {
      await world.connected();
      await world.connection.set({ state: 'connecting', since: start, from, redeemed: true });
      await world.session.recover();
      expect(world.connection.value).toEqual({ state: 'connected', since: start });
      expect(world.onAuthorised).toHaveBeenCalledOnce();
    },
  );

  test('after its tokens were stored, before what the old ones brought was discarded: that happens now', async () => {
    await world.connected();
    world.onAuthorised.mockReturnValueOnce(new Promise(() => {}));
    void world.session.connect();
    await expect.poll(() => world.onAuthorised.mock.calls.length).toBe(1);
    expect(await world.stored()).toMatchObject({ refreshToken: 'refresh-100' });
    await world.worker().session.recover();
    expect(world.onAuthorised).toHaveBeenCalledTimes(2);
    expect(world.connection.value.state).toBe('connected');
  });

  test('a sign-in of this worker is none of its business', async () => {
    const window = Promise.withResolvers<string>();
    world.openWindow.mockReturnValueOnce(window.promise);
    const connecting = world.session.connect();
    await expect.poll(() => world.connection.value.state).toBe('connecting');
    await world.session.recover();
    expect(world.connection.value.state).toBe('connecting');
    window.resolve('https://redirect.example/?code=1');
    await connecting;
  });

  test('a click that wakes the worker is not taken for the sign-in that was lost', async () => {
    await world.connection.set({ state: 'connecting', since: start, from: 'disconnected' });
    await Promise.all([world.session.recover(), world.session.connect(), world.session.recover()]);
    expect(world.connection.value.state).toBe('connected');
  });
});

describe('a refresh that its worker did not survive', () => {
  beforeEach(async () => {
    await world.connected();
    world.pass(7_200_000);
  });

  test('rotation that forgives: the old refresh token still works', async () => {
    const { session } = world.worker();
    await session.recover();
    expect(await session.accessToken()).toBe('access-2');
    expect(world.connection.value.state).toBe('connected');
  });

  test('strict rotation: expired, and one click', async () => {
    world.protocol.refreshTokens.mockImplementation(failing('expired'));
    const { session } = world.worker();
    await session.recover();
    await expect(session.accessToken()).rejects.toThrow(CodedError);
    expect(world.connection.value.state).toBe('expired');
    await session.connect();
    expect(world.connection.value.state).toBe('connected');
  });
});

test('a disconnect that its worker did not survive is completed', async () => {
  await world.connected();
  await world.revocations.add(publicClient, 'refresh-1');
  await world.worker().session.recover();
  expect(world.connection.value).toEqual({ state: 'disconnected' });
  expect(await world.stored()).toEqual({ access: null, refreshToken: null });
});

test.each<Connection>([{ state: 'disconnected' }, { state: 'expired', since: 7 }])(
  'tokens beside a state that was lost are an authorisation still: $state',
  async (left) => {
    await world.connected();
    await world.connection.set(left);
    await world.session.recover();
    expect(world.connection.value).toEqual({ state: 'connected', since: start });
    expect(await world.session.accessToken()).toBe('access-1');
  },
);

test('tokens that are gone leave nothing connected', async () => {
  await world.connection.set({ state: 'connected', since: start });
  await world.session.recover();
  expect(world.connection.value).toEqual({ state: 'expired', since: start });
});

test.each<{ client: boolean; left: Connection; mended: Connection }>([
  { client: true, left: { state: 'notConfigured' }, mended: { state: 'disconnected' } },
  { client: false, left: { state: 'disconnected' }, mended: { state: 'notConfigured' } },
  { client: true, left: { state: 'disconnected' }, mended: { state: 'disconnected' } },
  { client: true, left: { state: 'expired', since: 7 }, mended: { state: 'expired', since: 7 } },
])('$left.state, client configured: $client, becomes $mended.state', async ({ client, left, mended }) => {
  if (!client) world.state.client = null;
  await world.connection.set(left);
  await world.session.recover();
  expect(world.connection.value).toEqual(mended);
});

describe('the browser starts', () => {
  const restartBrowser = async () => {
    await fakeBrowser.storage.session.clear();
    await world.startedBefore.set(false);
    return world.worker();
  };

  test('where the person stays connected: the refresh token is there', async () => {
    await world.connected();
    const { session } = await restartBrowser();
    await session.recover();
    expect(world.connection.value.state).toBe('connected');
    expect(await session.accessToken()).toBe('access-2');
    expect(world.onDisconnected).not.toHaveBeenCalled();
  });

  test.each<Connection>([
    { state: 'connected', since: start },
    { state: 'expired', since: start },
    { state: 'connecting', since: start, from: 'expired' },
  ])('on a shared computer: $state is forgotten, with everything that came through it', async (left) => {
    world.state.stays = false;
    await world.connected();
    await world.connection.set(left);
    const { session } = await restartBrowser();
    await session.recover();
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    expect(world.onDisconnected).toHaveBeenCalledOnce();
    expect(await world.stored()).toEqual({ access: null, refreshToken: null });
  });

  test('on a computer that has become a shared one meanwhile: a token from before is not used', async () => {
    await world.connected();
    world.state.stays = false;
    const { session } = await restartBrowser();
    await session.recover();
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    expect(world.lasting.entries.size).toBe(0);
    expect(await world.revocations.has('refresh-1')).toBe(true);
  });

  test.each([
    { what: 'another', client: { ...publicClient, clientId: 'client-2' }, state: 'disconnected' },
    { what: 'none', client: null, state: 'notConfigured' },
  ])(
    'with $what client configured than before: the tokens of the old one are revoked',
    async ({ client, state }) => {
      await world.connected();
      world.state.client = client;
      const { session, revocations } = await restartBrowser();
      await session.recover();
      expect(world.connection.value).toEqual({ state });
      expect(world.onDisconnected).toHaveBeenCalledOnce();
      await revocations.retry();
      expect(world.revoke.mock.calls).toEqual([[publicClient, 'refresh-1']]);
      expect(world.lasting.entries.size).toBe(0);
    },
  );

  test('only the first worker forgets', async () => {
    world.state.stays = false;
    const { session } = await restartBrowser();
    await session.recover();
    await session.connect();
    await world.worker().session.recover();
    expect(world.connection.value.state).toBe('connected');
  });
});

test('a computer becomes a shared one: every token moves to where the browser forgets it, and back', async () => {
  await world.connected();
  await world.revocations.add(publicClient, 'old');
  world.state.stays = false;
  await world.session.stayConnectedChanged();
  expect(world.lasting.entries.size).toBe(0);
  expect(await world.stored()).toMatchObject({ refreshToken: pair(1).refreshToken });
  expect(await world.revocations.has('old')).toBe(true);
  world.state.stays = true;
  await world.session.stayConnectedChanged();
  expect([...world.lasting.entries.keys()].sort()).toEqual(['pendingRevocations', 'refreshToken']);
  expect(await fakeBrowser.storage.session.get(['refreshToken', 'pendingRevocations'])).toEqual({});
});

/** Interactive sign-in: joined, never two at a time, and every way in which it may end. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { windowStillOpen } from '../../../utils/calira/window-still-open.ts';
import type { ErrorCode } from '../../../utils/messages/failure.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { SessionWorld } from '../support/session-world.ts';
import { createSessionWorld, failing, publicClient, start } from '../support/session-world.ts';

let world: SessionWorld;
beforeEach(async () => {
  fakeBrowser.reset();
  world = createSessionWorld();
  await world.startedBefore.set(true);
});

/** The states that the connection went through. */
const states = () => world.connection.history.map(({ state }) => state);

test('tells that it is under way, that there are tokens, then that it is done', async () => {
  await world.session.connect();
  expect(states()).toEqual(['connecting', 'connecting', 'connected']);
  expect(world.connection.history[1]).toMatchObject({ redeemed: true });
  expect(await world.session.accessToken()).toBe('access-100');
});

test('what came through another authorisation is discarded before the state becomes connected', async () => {
  world.onAuthorised.mockImplementation(async () => {
    expect(world.connection.value.state).toBe('connecting');
    expect(await world.stored()).toMatchObject({ refreshToken: 'refresh-100' });
  });
  await world.session.connect();
  expect(world.onAuthorised).toHaveBeenCalledOnce();
});

test('labs that cannot be read now do not undo the authorisation', async () => {
  world.onAuthorised.mockImplementation(failing('offline'));
  await world.session.connect();
  expect(world.connection.value).toEqual({ state: 'connected', since: start });
});

test('a second click joins the first', async () => {
  const window = Promise.withResolvers<string>();
  world.openWindow.mockReturnValueOnce(window.promise);
  const clicks = [world.session.connect(), world.session.connect()];
  await expect.poll(() => world.openWindow.mock.calls.length).toBe(1);
  clicks.push(world.session.connect());
  window.resolve('https://redirect.example/?code=1');
  await Promise.all(clicks);
  expect(world.openWindow).toHaveBeenCalledOnce();
  expect(states()).toEqual(['connecting', 'connecting', 'connected']);
});

test('without a client there is nothing to open', async () => {
  world.state.client = null;
  await expect(world.session.connect()).rejects.toMatchObject({ failure: { code: 'notConfigured' } });
  expect(world.connection.value).toEqual({ state: 'notConfigured' });
  expect(world.openWindow).not.toHaveBeenCalled();
});

describe('a sign-in that fails', () => {
  const told: ErrorCode[] = ['accessDenied', 'authPageFailed', 'interrupted', 'unexpectedAnswer', 'timeout'];

  test.each(told)('%s: back to disconnected, and told', async (code) => {
    world.openWindow.mockImplementation(failing(code));
    await expect(world.session.connect()).rejects.toMatchObject({ failure: { code } });
    expect(world.connection.value).toEqual({ state: 'disconnected', failure: { code } });
  });

  test.each(told)('%s: back to expired as of then, and told', async (code) => {
    await world.connection.set({ state: 'expired', since: start });
    world.pass(1000);
    world.openWindow.mockImplementation(failing(code));
    await expect(world.session.connect()).rejects.toThrow(CodedError);
    expect(world.connection.value).toEqual({ state: 'expired', since: start, failure: { code } });
  });

  test('asking for more labs: the connection stays what it was', async () => {
    await world.connected();
    world.pass(1000);
    world.openWindow.mockImplementation(failing('accessDenied'));
    await expect(world.session.connect()).rejects.toThrow(CodedError);
    expect(world.connection.value).toMatchObject({ state: 'connected', since: start });
    expect(await world.session.accessToken()).toBe('access-1');
    expect(world.onAuthorised).not.toHaveBeenCalled();
  });

  test('asking for more labs: the tokens from before are revoked', async () => {
    await world.connected();
    await world.session.connect();
    expect(await world.stored()).toMatchObject({ refreshToken: 'refresh-100' });
    await expect.poll(() => world.revoke.mock.calls.map(([, token]) => token)).toEqual(['refresh-1']);
  });

  test('asking for more labs: how that ended is forgotten once it was read', async () => {
    await world.connected();
    world.openWindow.mockImplementation(failing('accessDenied'));
    await expect(world.session.connect()).rejects.toThrow(CodedError);
    expect(world.connection.value).toMatchObject({ failure: { code: 'accessDenied' } });
    await world.session.failureSeen();
    expect(world.connection.value).toEqual({ state: 'connected', since: start });
  });

  test('connecting at all: how that ended stays until the next attempt', async () => {
    world.openWindow.mockImplementation(failing('accessDenied'));
    await expect(world.session.connect()).rejects.toThrow(CodedError);
    await world.session.failureSeen();
    expect(world.connection.value).toEqual({ state: 'disconnected', failure: { code: 'accessDenied' } });
  });

  test('cancelled: nothing to tell', async () => {
    world.openWindow.mockImplementation(failing('cancelled'));
    await expect(world.session.connect()).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(world.connection.value).toEqual({ state: 'disconnected' });
  });

  test.each<{ thrown: ErrorCode; code: ErrorCode }>([
    { thrown: 'offline', code: 'offline' },
    { thrown: 'unavailable', code: 'unavailable' },
    { thrown: 'unexpectedAnswer', code: 'unexpectedAnswer' },
    // Doorkeeper's invalid_grant for a code, which is not about anything that the person had.
    { thrown: 'expired', code: 'unexpectedAnswer' },
  ])('the code cannot be exchanged: $thrown', async ({ thrown, code }) => {
    world.protocol.exchangeCode.mockImplementation(failing(thrown));
    await expect(world.session.connect()).rejects.toMatchObject({ failure: { code } });
    expect(world.connection.value).toEqual({ state: 'disconnected', failure: { code } });
    expect(await world.stored()).toEqual({ access: null, refreshToken: null });
  });

  test('the next attempt forgets how the last one ended', async () => {
    world.openWindow.mockImplementationOnce(failing('accessDenied'));
    await expect(world.session.connect()).rejects.toThrow(CodedError);
    await world.session.connect();
    expect(world.connection.value).toEqual({ state: 'connected', since: start });
  });

  test('a window that is still open is told of', async () => {
    world.openWindow.mockRejectedValueOnce(new CodedError('interrupted', { detail: windowStillOpen }));
    await expect(world.session.connect()).rejects.toThrow(CodedError);
    expect(world.connection.value).toEqual({
      state: 'disconnected',
      failure: { code: 'interrupted', detail: windowStillOpen },
    });
  });
});

describe('another client is configured', () => {
  const other = { ...publicClient, clientId: 'client-2' };

  test.each([
    ['client', other],
    ['web address', { ...publicClient, webUrl: 'https://other.example/' }],
    ['API address', { ...publicClient, apiUrl: 'https://api.other.example/v1/' }],
  ])('another %s: the tokens of the old one go nowhere but to be revoked', async (_what, client) => {
    await world.connected();
    world.state.client = client;
    await expect(world.session.accessToken()).rejects.toThrow(CodedError);
    await world.session.reconfigured();
    expect(world.revoke.mock.calls).toEqual([[publicClient, 'refresh-1']]);
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    expect(world.lasting.entries.get('refreshToken')).toBeUndefined();
    expect(world.onDisconnected).toHaveBeenCalledOnce();
  });

  test('none: not configured', async () => {
    await world.connected();
    world.state.client = null;
    await world.session.reconfigured();
    expect(world.connection.value).toEqual({ state: 'notConfigured' });
  });

  test('during a sign-in: what it brings is of no use', async () => {
    const window = Promise.withResolvers<string>();
    world.openWindow.mockReturnValueOnce(window.promise);
    const connecting = world.session.connect();
    await expect.poll(() => world.openWindow.mock.calls.length).toBe(1);
    world.state.client = other;
    const reconfigured = world.session.reconfigured();
    window.resolve('https://redirect.example/?code=1');
    await Promise.all([connecting, reconfigured]);
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    expect(world.lasting.entries.get('refreshToken')).toBeUndefined();
  });
});

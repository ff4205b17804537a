/** Giving an authorisation up, with Calira at hand and without. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ownerOf } from '../../../utils/calira/token-owner.ts';
import type { SessionWorld } from '../support/session-world.ts';
import { confidentialClient, createSessionWorld, failing, publicClient } from '../support/session-world.ts';

const day = 86_400_000;
let world: SessionWorld;
const revoked = () => world.revoke.mock.calls.map(([, token]) => token);

beforeEach(async () => {
  fakeBrowser.reset();
  world = createSessionWorld();
});

test('deletes the tokens and what came through them, and revokes at Calira', async () => {
  await world.connected(confidentialClient);
  await world.session.disconnect();
  expect(world.connection.value).toEqual({ state: 'disconnected' });
  expect(await world.stored()).toEqual({ access: null, refreshToken: null });
  expect(world.onDisconnected).toHaveBeenCalledOnce();
  expect(world.revoke).toHaveBeenCalledExactlyOnceWith(confidentialClient, 'refresh-1');
  expect(world.lasting.entries.size).toBe(0);
});

test('without a refresh token the access token is revoked', async () => {
  await world.tokens.write(ownerOf(publicClient), {
    accessToken: 'access-1',
    refreshToken: null,
    expiresAt: world.state.now + day,
  });
  await world.session.disconnect();
  expect(revoked()).toEqual(['access-1']);
});

test('with nothing left there is nothing to revoke', async () => {
  await world.session.disconnect();
  expect(world.revoke).not.toHaveBeenCalled();
  expect(world.connection.value).toEqual({ state: 'disconnected' });
});

describe('while Calira’s window is open', () => {
  let window: PromiseWithResolvers<string>;
  let connecting: Promise<void>;
  const authorised = 'https://redirect.example/?code=1';

  beforeEach(async () => {
    await world.connected();
    window = Promise.withResolvers();
    world.openWindow.mockReturnValueOnce(window.promise);
    connecting = world.session.connect();
    await expect.poll(() => world.openWindow.mock.calls.length).toBe(1);
    await world.session.disconnect();
  });

  test('is obeyed at once, and what the window brings is revoked', async () => {
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    window.resolve(authorised);
    await expect(connecting).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    expect(await world.stored()).toEqual({ access: null, refreshToken: null });
    await expect.poll(revoked).toEqual(['refresh-1', 'refresh-100']);
  });

  test('may be followed by another click: the window counts again', async () => {
    const again = world.session.connect();
    await expect.poll(() => world.connection.value.state).toBe('connecting');
    window.resolve(authorised);
    await Promise.all([connecting, again]);
    expect(world.connection.value.state).toBe('connected');
    expect(revoked()).toEqual(['refresh-1']);
  });
});

describe('offline', () => {
  beforeEach(async () => {
    await world.connected();
    world.revoke.mockImplementationOnce(failing('offline'));
    await world.session.disconnect();
  });

  test('works all the same, and keeps the token apart', async () => {
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    expect(await world.stored()).toEqual({ access: null, refreshToken: null });
    expect(await world.revocations.has('refresh-1')).toBe(true);
    await expect(world.session.accessToken()).rejects.toMatchObject({ failure: { code: 'disconnected' } });
    expect(world.protocol.refreshTokens).not.toHaveBeenCalled();
  });

  test('the next worker tells Calira, once', async () => {
    const { revocations } = world.worker();
    await revocations.retry();
    await revocations.retry();
    expect(revoked()).toEqual(['refresh-1', 'refresh-1']);
    expect(world.lasting.entries.size).toBe(0);
  });

  test('two who try at the same time tell Calira once', async () => {
    world.revoke.mockClear();
    const { revocations } = world.worker();
    await Promise.all([revocations.retry(), revocations.retry()]);
    expect(revoked()).toEqual(['refresh-1']);
  });

  test('the client of that time is told, whatever is configured by then', async () => {
    world.state.client = { ...publicClient, clientId: 'client-2', webUrl: 'https://other.example/' };
    await world.worker().revocations.retry();
    expect(world.revoke).toHaveBeenLastCalledWith(publicClient, 'refresh-1');
  });

  test('one that fails again does not keep the others', async () => {
    await world.revocations.add(publicClient, 'refresh-9');
    world.revoke.mockImplementationOnce(failing('unavailable'));
    await world.revocations.retry();
    expect(await world.revocations.has('refresh-1')).toBe(true);
    expect(await world.revocations.has('refresh-9')).toBe(false);
  });

  test.each([
    { after: 7 * day - 1, kept: true },
    { after: 7 * day, kept: false },
  ])('after $after ms it is kept: $kept', async ({ after, kept }) => {
    world.pass(after);
    expect(await world.revocations.has('refresh-1')).toBe(kept);
    world.revoke.mockClear();
    await world.revocations.retry();
    expect(revoked()).toEqual(kept ? ['refresh-1'] : []);
    expect(world.lasting.entries.size).toBe(0);
  });

  test('a new authorisation is not touched by it', async () => {
    await world.session.connect();
    await world.worker().revocations.retry();
    expect(world.connection.value.state).toBe('connected');
    expect(await world.session.accessToken()).toBe('access-100');
  });
});

/** When access tokens are renewed, who waits for whom, and what ends an authorisation. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ownerOf } from '../../../utils/calira/token-owner.ts';
import type { ErrorCode } from '../../../utils/messages/failure.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { SessionWorld } from '../support/session-world.ts';
import { createSessionWorld, failing, pair, publicClient, start } from '../support/session-world.ts';

const hour = 3_600_000;
let world: SessionWorld;

beforeEach(async () => {
  fakeBrowser.reset();
  world = createSessionWorld();
  await world.connected();
});

describe('the minute before expiry', () => {
  test.each([
    { left: 60_001, renewed: false },
    { left: 60_000, renewed: true },
    { left: 1, renewed: true },
    { left: -hour, renewed: true },
  ])('with $left ms left, renewed: $renewed', async ({ left, renewed }) => {
    world.pass(2 * hour - left);
    expect(await world.session.accessToken()).toBe(renewed ? 'access-2' : 'access-1');
    expect(world.protocol.refreshTokens).toHaveBeenCalledTimes(renewed ? 1 : 0);
  });
});

describe('a token that Calira refuses', () => {
  test('is renewed long before its time', async () => {
    expect(await world.session.accessToken('access-1')).toBe('access-2');
    expect(world.protocol.refreshTokens).toHaveBeenCalledWith(publicClient, 'refresh-1');
  });

  test('is not renewed again by a request that comes late with the old one', async () => {
    await world.session.accessToken('access-1');
    expect(await world.session.accessToken('access-1')).toBe('access-2');
    expect(world.protocol.refreshTokens).toHaveBeenCalledOnce();
  });

  test('ends the authorisation when it had just been renewed', async () => {
    const renewed = await world.session.accessToken('access-1');
    await world.session.refused(renewed);
    expect(world.connection.value).toEqual({ state: 'expired', since: start });
    await expect(world.session.accessToken()).rejects.toMatchObject({ failure: { code: 'expired' } });
    expect(world.protocol.refreshTokens).toHaveBeenCalledOnce();
    // The refresh token beside it may be good still: nobody holds it any more.
    await expect.poll(() => world.revoke.mock.calls.map(([, given]) => given)).toEqual(['refresh-2']);
  });

  test('ends nothing when the person has signed in or out since', async () => {
    await world.session.accessToken('access-1');
    await world.session.connect();
    await world.session.refused('access-2');
    expect(world.connection.value.state).toBe('connected');
    expect(await world.session.accessToken()).toBe('access-100');
    await world.session.disconnect();
    await world.session.refused('access-100');
    expect(world.connection.value).toEqual({ state: 'disconnected' });
  });
});

describe('single flight', () => {
  test('twenty requests at the moment of expiry share one refresh', async () => {
    world.pass(2 * hour);
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.session.accessToken()));
    expect(new Set(answers)).toEqual(new Set(['access-2']));
    expect(world.protocol.refreshTokens).toHaveBeenCalledOnce();
  });

  test('a second worker adopts the pair that the first one has stored', async () => {
    world.pass(2 * hour);
    const other = world.worker();
    const answers = await Promise.all([world.session.accessToken(), other.session.accessToken()]);
    expect(answers).toEqual(['access-2', 'access-2']);
    expect(world.protocol.refreshTokens).toHaveBeenCalledOnce();
  });

  test('another client never gets the token that is being renewed', async () => {
    const held = Promise.withResolvers<ReturnType<typeof pair>>();
    world.protocol.refreshTokens.mockReturnValueOnce(held.promise);
    const first = world.session.accessToken('access-1');
    await expect.poll(() => world.protocol.refreshTokens.mock.calls.length).toBe(1);
    world.state.client = { ...publicClient, clientId: 'client-2' };
    await expect(world.session.accessToken()).rejects.toMatchObject({ failure: { code: 'expired' } });
    held.resolve(pair(2));
    expect(await first).toBe('access-2');
  });

  test('the rotated pair is stored before anybody uses it', async () => {
    const owner = ownerOf(publicClient);
    const token = await world.session.accessToken('access-1');
    expect(await world.tokens.read(owner)).toMatchObject({
      access: { token },
      refreshToken: 'refresh-2',
    });
    expect(world.lasting.entries.get('refreshToken')).toEqual({ token: 'refresh-2', owner });
  });
});

describe('a refresh that fails', () => {
  const harmless: ErrorCode[] = ['offline', 'timeout', 'unavailable', 'rateLimited', 'unexpectedAnswer'];
  test.each(harmless)('%s keeps the tokens and the connection', async (code) => {
    world.protocol.refreshTokens.mockImplementationOnce(failing(code));
    await expect(world.session.accessToken('access-1')).rejects.toMatchObject({ failure: { code } });
    expect(world.connection.value.state).toBe('connected');
    expect(await world.stored()).toMatchObject({ refreshToken: 'refresh-1' });
    expect(await world.session.accessToken('access-1')).toBe('access-2');
  });

  test('invalid_grant ends the authorisation, once', async () => {
    world.protocol.refreshTokens.mockImplementation(failing('expired'));
    const attempts = [1, 2, 3].map(() => world.session.accessToken('access-1'));
    for (const attempt of attempts)
      await expect(attempt).rejects.toMatchObject({ failure: { code: 'expired' } });
    expect(world.connection.value).toEqual({ state: 'expired', since: start });
    expect(await world.stored()).toEqual({ access: null, refreshToken: null });
    expect(world.protocol.refreshTokens).toHaveBeenCalledOnce();
  });
});

describe('a renewal that is overtaken', () => {
  let answer: PromiseWithResolvers<ReturnType<typeof pair>>;
  let request: Promise<string>;
  beforeEach(async () => {
    answer = Promise.withResolvers();
    world.protocol.refreshTokens.mockReturnValueOnce(answer.promise);
    request = world.session.accessToken('access-1');
    await expect.poll(() => world.protocol.refreshTokens.mock.calls.length).toBe(1);
  });

  test('by a disconnect: its pair is revoked as well', async () => {
    await world.session.disconnect();
    answer.resolve(pair(2));
    await expect(request).rejects.toMatchObject({ failure: { code: 'disconnected' } });
    expect(await world.stored()).toEqual({ access: null, refreshToken: null });
    expect(world.connection.value).toEqual({ state: 'disconnected' });
    await expect
      .poll(() => world.revoke.mock.calls.map(([, token]) => token))
      .toEqual(['refresh-1', 'refresh-2']);
  });

  test('by a sign-in: the new authorisation stays', async () => {
    await world.session.connect();
    answer.resolve(pair(2));
    expect(await request).toBe('access-100');
    expect(await world.stored()).toMatchObject({ refreshToken: 'refresh-100' });
    await expect
      .poll(() => world.revoke.mock.calls.map(([, token]) => token))
      .toEqual(['refresh-1', 'refresh-2']);
  });

  test('by a sign-in, and refused: the new authorisation stays', async () => {
    await world.session.connect();
    answer.reject(new CodedError('expired'));
    expect(await request).toBe('access-100');
    expect(world.connection.value.state).toBe('connected');
  });
});

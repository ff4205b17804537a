/** New authorisations without the person: when they are tried, how often, and what they must not get in the way of. */
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ErrorCode } from '../../../utils/messages/failure.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { SessionWorld } from '../support/session-world.ts';
import { confidentialClient, createSessionWorld, failing, publicClient } from '../support/session-world.ts';

const silentAnswer = async () => 'https://redirect.example/?code=silent';
let world: SessionWorld;

beforeEach(async () => {
  fakeBrowser.reset();
  world = createSessionWorld();
  await world.connected();
  // Calira has ended the authorisation.
  world.protocol.refreshTokens.mockImplementation(failing('expired'));
});

test('goes unnoticed where Calira skips its page', async () => {
  world.authoriseSilently.mockImplementation(silentAnswer);
  const before = world.connection.value;
  expect(await world.session.accessToken('access-1')).toBe('access-100');
  expect(world.connection.value).toBe(before);
  expect(await world.stored()).toMatchObject({ refreshToken: 'refresh-100' });
  expect(world.onAuthorised).not.toHaveBeenCalled();
});

test.each([
  { name: 'a public client', client: publicClient, attempts: 1 },
  { name: 'a confidential client', client: confidentialClient, attempts: 2 },
])('where Calira wants the person: $attempts in two expiries of $name', async ({ client, attempts }) => {
  for (const expiry of [1, 2]) {
    await world.connected(client);
    await expect(world.session.accessToken('access-1')).rejects.toThrow(CodedError);
    // … and none at all as long as nobody has reconnected.
    await expect(world.session.accessToken()).rejects.toThrow(CodedError);
    expect(world.authoriseSilently).toHaveBeenCalledTimes(Math.min(expiry, attempts));
  }
  expect(world.connection.value.state).toBe('expired');
});

test.each<ErrorCode>(['timeout', 'authPageFailed'])('%s says nothing about consent', async (code) => {
  world.authoriseSilently.mockImplementation(failing(code));
  await expect(world.session.accessToken('access-1')).rejects.toMatchObject({
    failure: { code: 'expired' },
  });
  expect(world.askedOwner.value).toBe('');
});

test('a code that cannot be exchanged says nothing about consent', async () => {
  world.authoriseSilently.mockImplementation(silentAnswer);
  world.protocol.exchangeCode.mockImplementation(failing('expired'));
  await expect(world.session.accessToken('access-1')).rejects.toMatchObject({
    failure: { code: 'expired' },
  });
  expect(world.askedOwner.value).toBe('');
  expect(world.connection.value.state).toBe('expired');
});

test('is not made while the person is signing in', async () => {
  const window = Promise.withResolvers<string>();
  world.openWindow.mockReturnValueOnce(window.promise);
  const connecting = world.session.connect();
  await expect.poll(() => world.openWindow.mock.calls.length).toBe(1);
  await expect(world.session.accessToken('access-1')).rejects.toMatchObject({
    failure: { code: 'expired' },
  });
  expect(world.authoriseSilently).not.toHaveBeenCalled();
  // Were the window closed now, there would be nothing left to be connected by.
  expect(world.connection.value).toMatchObject({ state: 'connecting', from: 'expired' });
  window.resolve('https://redirect.example/?code=1');
  await connecting;
  expect(await world.session.accessToken()).toBe('access-100');
});

test('comes to its end before a window is opened', async () => {
  const silent = Promise.withResolvers<string>();
  world.authoriseSilently.mockReturnValueOnce(silent.promise);
  const request = world.session.accessToken('access-1');
  await expect.poll(() => world.authoriseSilently.mock.calls.length).toBe(1);
  const connecting = world.session.connect();
  await expect.poll(() => world.connection.value.state).toBe('connecting');
  expect(world.openWindow).not.toHaveBeenCalled();
  silent.reject(new CodedError('expired'));
  await expect(request).rejects.toThrow(CodedError);
  await connecting;
  expect(world.openWindow).toHaveBeenCalledOnce();
});

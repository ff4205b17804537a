/** A day of work, and clocks that are wrong. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { SessionWorld } from '../support/session-world.ts';
import { pair } from '../support/session-world.ts';
import type { StrictCalira } from '../support/strict-calira.ts';
import { createStrictWorld } from '../support/strict-world.ts';

const minute = 60_000;
const hour = 60 * minute;
const year = 365 * 24 * hour;

let world: SessionWorld;
let calira: StrictCalira;

beforeEach(async () => {
  ({ world, calira } = await createStrictWorld());
});

test('eight hours with a lunch at which the laptop sleeps: one sign-in, a renewal every two hours', async () => {
  await world.session.connect();
  const begin = world.state.now;
  let { session } = world;
  for (let step = 0; world.state.now - begin < 8 * hour; step += 1) {
    // A browser stops a worker that has nothing to do.
    if (step % 7 === 6) {
      world.stopWorkers();
      ({ session } = world.worker());
      await session.recover();
    }
    const token = await session.accessToken();
    const { access } = await world.stored();
    expect(access?.token).toBe(token);
    expect(access?.expiresAt).toBeGreaterThan(world.state.now + minute);
    world.pass(step === 40 ? hour : 5 * minute);
  }
  expect(world.protocol.refreshTokens.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(world.protocol.refreshTokens.mock.calls.length).toBeLessThanOrEqual(4);
  expect(world.openWindow).toHaveBeenCalledOnce();
  expect(world.connection.value.state).toBe('connected');
  expect([...calira.good]).toEqual([(await world.stored()).refreshToken]);
});

describe.each([
  ['ten minutes', 10 * minute],
  ['ten years', 10 * year],
])('a clock that is %s', (_how, off) => {
  test('ahead when the person signs in, and then put right: Calira’s refusal renews the token', async () => {
    world.pass(off);
    await world.session.connect();
    world.pass(-off);
    // It seems to be good for years; when Calira refuses it, that is what counts.
    expect(await world.session.accessToken()).toBe('access-1');
    expect(await world.session.accessToken('access-1')).toBe('access-2');
    expect(world.connection.value.state).toBe('connected');
  });

  test('behind when the person signs in, and then put right: the token is renewed, early at worst', async () => {
    world.pass(-off);
    await world.session.connect();
    world.pass(off);
    const token = await world.session.accessToken();
    expect(['access-1', 'access-2']).toContain(token);
    expect(await world.session.accessToken()).toBe(token);
    expect(world.connection.value.state).toBe('connected');
  });

  test('wrong all the time: no renewal without need', async () => {
    world.pass(off);
    await world.session.connect();
    for (let asked = 0; asked < 10; asked += 1) await world.session.accessToken();
    expect(world.protocol.refreshTokens).not.toHaveBeenCalled();
  });
});

test('tokens that never last a minute are renewed for every use, and never without end', async () => {
  world.protocol.exchangeCode.mockImplementation(async () => ({
    ...pair(1),
    expiresAt: world.state.now + 30_000,
  }));
  world.protocol.refreshTokens.mockImplementation(async () => ({
    ...pair(2),
    expiresAt: world.state.now + 30_000,
  }));
  await world.session.connect();
  expect(await world.session.accessToken()).toBe('access-2');
  expect(world.protocol.refreshTokens).toHaveBeenCalledOnce();
});

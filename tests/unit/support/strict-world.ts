import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSessionWorld } from './session-world.ts';
import { createStrictCalira } from './strict-calira.ts';

/** A session's world, in a browser that has run before, whose Calira rotates refresh tokens strictly. */
export async function createStrictWorld() {
  fakeBrowser.reset();
  const world = createSessionWorld();
  const calira = createStrictCalira(() => world.state.now);
  world.protocol.exchangeCode.mockImplementation(calira.exchange);
  world.protocol.refreshTokens.mockImplementation((_client, token) => calira.refresh(token));
  world.revoke.mockImplementation((_client, token) => calira.revoke(token));
  await world.startedBefore.set(true);
  return { world, calira };
}

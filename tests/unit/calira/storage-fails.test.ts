/** Storage that fails at any single write, at every step of a session's life: trying again is enough. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ownerOf } from '../../../utils/calira/token-owner.ts';
import { settle } from '../../../utils/messages/result.ts';
import type { SessionWorld } from '../support/session-world.ts';
import { publicClient } from '../support/session-world.ts';
import type { StrictCalira } from '../support/strict-calira.ts';
import { createStrictWorld } from '../support/strict-world.ts';

/** More than any step writes. */
const most = 15;
const everyWrite = Array.from({ length: most }, (_, index) => index + 1);

let world: SessionWorld;
let calira: StrictCalira;
let restore: () => void;

beforeEach(async () => {
  ({ world, calira } = await createStrictWorld());
  restore = () => {};
});

type Write = (...args: never[]) => Promise<unknown>;

/** Lets the n-th write from now on fail, in whatever storage it happens. @returns how many there were. */
function failAtWrite(n: number): () => number {
  let writes = 0;
  const undo: (() => void)[] = [];
  const intercept = (store: object, name: string) => {
    const write: Write = Reflect.get(store, name);
    const intercepted: Write = async (...args) => {
      writes += 1;
      if (writes === n) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return Reflect.apply(write, store, args);
    };
    Reflect.set(store, name, intercepted);
    undo.push(() => Reflect.set(store, name, write));
  };
  for (const name of ['set', 'remove']) intercept(fakeBrowser.storage.session, name);
  for (const name of ['set', 'del']) intercept(world.lasting, name);
  intercept(world.connection, 'set');
  restore = () => {
    for (const one of undo) one();
  };
  return () => writes;
}

const stored = () => world.tokens.read(ownerOf(publicClient));

/** After the storage works again, and another worker has started. */
async function mended() {
  restore();
  const { session, revocations } = world.worker();
  await session.recover();
  await revocations.retry();
  const { access, refreshToken } = await stored();
  const { state } = world.connection.value;
  expect(state).toMatch(/^(connected|disconnected|expired)$/);
  expect(access !== null || refreshToken !== null).toBe(state === 'connected');
  return { session, revocations, state };
}

/** Nobody but the extension can use what is good at Calira, and nothing of it is forgotten. */
async function nothingLeft(): Promise<void> {
  const { refreshToken } = await stored();
  expect([...calira.good].filter((token) => token !== refreshToken)).toEqual([]);
}

describe.each(everyWrite)('at write %i', (n) => {
  test('of a sign-in: connecting again works', async () => {
    failAtWrite(n);
    await settle(() => world.session.connect());
    const { session } = await mended();
    await session.connect();
    expect(world.connection.value.state).toBe('connected');
    expect(await settle(() => session.accessToken())).toMatchObject({ ok: true });
  });

  test('of a renewal: the authorisation is there still', async () => {
    await world.session.connect();
    const { access } = await stored();
    failAtWrite(n);
    await settle(() => world.session.accessToken(access?.token));
    const { session, state } = await mended();
    expect(state).toBe('connected');
    world.pass(7_200_000);
    expect(await settle(() => session.accessToken())).toMatchObject({ ok: true });
    await nothingLeft();
  });

  test('of a disconnect: a second one completes it', async () => {
    await world.session.connect();
    failAtWrite(n);
    await settle(() => world.session.disconnect());
    const { session, revocations } = await mended();
    await session.disconnect();
    await revocations.retry();
    expect(world.connection.value.state).toBe('disconnected');
    expect(await stored()).toEqual({ access: null, refreshToken: null });
    await nothingLeft();
  });
});

test('no step writes more often than that', async () => {
  const writes = failAtWrite(0);
  await world.session.connect();
  expect(writes()).toBeLessThanOrEqual(most);
});

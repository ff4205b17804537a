import * as fc from 'fast-check';
import { expect, vi } from 'vitest';
import { storage } from 'wxt/utils/storage';
import type { Session } from '../../../utils/calira/session.ts';
import { ownerOf } from '../../../utils/calira/token-owner.ts';
import { settle } from '../../../utils/messages/result.ts';
import type { SessionWorld } from './session-world.ts';
import { publicClient } from './session-world.ts';
import type { NextAnswer, StrictCalira } from './strict-calira.ts';

/** The extension in its browser, and Calira. `worker` is the one that runs. */
export interface Real {
  world: SessionWorld;
  calira: StrictCalira;
  worker: ReturnType<SessionWorld['worker']>;
}

/** What a person knows: whether they have authorised, and whether Calira has said that this is over. */
export interface Model {
  authorised: boolean;
}

async function stored({ worker }: Real) {
  return worker.tokens.read(ownerOf(publicClient));
}

/** What holds after every step, whatever has happened. */
async function expectInvariants(model: Model, real: Real): Promise<void> {
  const { world, calira, worker } = real;
  const { access, refreshToken } = await stored(real);
  const { state } = world.connection.value;

  // Rotation: a token of which Calira has answered that it is used is never sent again.
  expect(calira.state.sentTwice).toBe(0);
  // The state is settled between steps, and it says what is stored.
  expect(state).toMatch(/^(connected|disconnected|expired)$/);
  expect(access !== null || refreshToken !== null).toBe(state === 'connected');
  // No valid token is thrown away: it takes Calira's own word, or the person's.
  if (model.authorised && calira.state.refusals === 0) expect(state).toBe('connected');
  if (!model.authorised) expect(state).not.toBe('connected');
  // The newest pair is the one that is kept.
  if (refreshToken !== null) expect(refreshToken).toBe(calira.state.last);
  // Nobody's token lives on: what is good at Calira and was told here is stored, or waits for being revoked.
  for (const token of calira.good) {
    if (!calira.told.has(token) || token === refreshToken) continue;
    expect([token, await worker.revocations.has(token)]).toEqual([token, true]);
  }
}

type Step = (model: Model, real: Real) => Promise<void>;

class Command implements fc.AsyncCommand<Model, Real> {
  readonly #name: string;
  readonly #step: Step;
  constructor(name: string, step: Step) {
    this.#name = name;
    this.#step = step;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    await this.#step(model, real);
    // Revocations are told without anybody waiting for them.
    await real.worker.revocations.retry();
    await expectInvariants(model, real);
  }
  toString = () => this.#name;
}

/** Asks for a token and judges the answer. */
async function use(model: Model, { world, calira, worker }: Real, rejected?: string): Promise<void> {
  const refusals = calira.state.refusals;
  const result = await settle(() => worker.session.accessToken(rejected));
  if (result.ok) {
    expect(model.authorised).toBe(true);
    expect(result.value).not.toBe(rejected);
    const { access } = await worker.tokens.read(ownerOf(publicClient));
    expect(access?.token).toBe(result.value);
    expect(access?.expiresAt).toBeGreaterThan(world.state.now + 60_000);
  }
  if (calira.state.refusals > refusals) {
    model.authorised = false;
    calira.state.refusals = 0;
  }
}

async function connect(model: Model, { worker }: Real, session: Session = worker.session): Promise<void> {
  const result = await settle(() => session.connect());
  if (result.ok) model.authorised = true;
}

/** Another worker takes the place of one that was stopped at whatever it was doing. */
async function startWorker(real: Real): Promise<void> {
  real.world.stopWorkers();
  real.worker = real.world.worker();
  await real.worker.session.recover();
}

/** Begins a renewal whose answer is held at Calira, does something meanwhile, and lets the answer come. */
const duringRenewal =
  (meanwhile: Step): Step =>
  async (model, real) => {
    const { calira, worker } = real;
    const { access, refreshToken } = await stored(real);
    if (!access || !refreshToken || !calira.good.has(refreshToken)) return;
    calira.state.next = 'held';
    const asked = settle(() => worker.session.accessToken(access.token));
    await vi.waitFor(() => expect(calira.state.next).toBe('well'), { interval: 1 });
    await meanwhile(model, real);
    // The answer to a worker that was stopped reaches nobody.
    if (real.worker !== worker) return;
    calira.release();
    await asked;
  };

const command = (name: string, step: Step) => fc.constant(new Command(name, step));
const failures: NextAnswer[] = [
  'lost',
  'offline',
  'timeout',
  'unavailable',
  'rateLimited',
  'unexpectedAnswer',
];

/** Everything that can happen to a session. */
export const sessionCommands = [
  command('use', (model, real) => use(model, real)),
  command('use, side by side', async (model, real) => {
    await Promise.all(Array.from({ length: 5 }, () => use(model, real)));
  }),
  command('Calira refuses the access token', async (model, real) => {
    const { access } = await stored(real);
    await use(model, real, access?.token);
  }),
  fc.constantFrom(60_000, 3_600_000, 7_200_000, 90_000_000).map(
    (ms) =>
      new Command(`${ms / 1000} s pass`, async (_, { world }) => {
        world.pass(ms);
      }),
  ),
  fc.constantFrom(...failures).map(
    (how) =>
      new Command(`the next answer: ${how}`, async (_, { calira }) => {
        calira.state.next = how;
      }),
  ),
  command('Calira ends every authorisation', async (_, { calira }) => calira.good.clear()),
  command('connect', connect),
  command('the person closes the window', async (_, { world, worker }) => {
    world.openWindow.mockRejectedValueOnce(new DOMException('closed', 'AbortError'));
    await settle(() => worker.session.connect());
  }),
  command('disconnect', async (model, { worker }) => {
    await worker.session.disconnect();
    model.authorised = false;
  }),
  command('the worker is stopped', async (_, real) => startWorker(real)),
  command('the browser is closed and started', async (_, real) => {
    await storage.removeItem('session:accessToken');
    await real.world.startedBefore.set(false);
    await startWorker(real);
  }),
  command('disconnect during a renewal', (model, real) =>
    duringRenewal(async () => {
      await real.worker.session.disconnect();
      model.authorised = false;
    })(model, real),
  ),
  command(
    'the worker is stopped during a renewal',
    duringRenewal((_, real) => startWorker(real)),
  ),
  command('connect during a renewal', (model, real) => duringRenewal(connect)(model, real)),
];

import { expect } from 'vitest';
import type { Failure } from '../../../utils/messages/failure.ts';
import type { Result } from '../../../utils/messages/result.ts';
import { settle } from '../../../utils/messages/result.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { eager } from '../support/calira-over-http.ts';
import type { BackgroundOverHttp } from './background-over-http.ts';
import { backgroundOverHttp } from './background-over-http.ts';
import type { Fault } from './faults.ts';
import type { CaliraRequest } from './requests.ts';
import { spoken } from './spoken.ts';

/** As often as usual and without waiting between tries, but with little patience: for faults that only time ends. */
const impatient = { ...eager, timeout: 80, totalTimeout: 400 };

/** No retry storms: what Calira refuses is not asked again, and a token is used once, since it rotates. */
function mostRequests({ kind }: CaliraRequest, failure: Failure | null): number {
  if (kind === 'token') return 1;
  const refused = /^HTTP 4(?!08)/.test(failure?.detail ?? '');
  // A refused token is renewed, and the request sent with the new one.
  if (failure?.code === 'expired') return 2;
  return refused ? 1 : 3;
}

/** What must hold after any fault: a sentence to read, no token in it, and none thrown away. */
async function expectNothingLost(
  background: BackgroundOverHttp,
  before: Awaited<ReturnType<BackgroundOverHttp['stored']>>,
  request: CaliraRequest,
  result: Result<unknown>,
): Promise<void> {
  const told = JSON.stringify(result);
  for (const token of [before.access?.token, before.refreshToken]) expect(told).not.toContain(token);
  const after = await background.stored();
  const { state } = await background.connection();
  if (request.name === 'revoke') {
    expect([after.access, after.refreshToken, state]).toEqual([null, null, 'disconnected']);
  } else if (result.ok) {
    expect([after.refreshToken === null, state]).toEqual([false, 'connected']);
  } else if (result.error.code === 'expired') {
    expect([after.refreshToken, state]).toEqual([null, 'expired']);
  } else {
    expect([after, state]).toEqual([before, 'connected']);
  }
}

/** What becomes of one request while a fault lasts, when it strikes once, and afterwards: a line of the report. */
export async function faultLine(sandbox: Sandbox, fault: Fault, request: CaliraRequest): Promise<string> {
  sandbox.control.reset();
  const background = await backgroundOverHttp(sandbox);
  const first = await background.stored();

  async function meet(times: number | 'always') {
    const before = await background.stored();
    if (fault.waits) background.patient(impatient);
    const strike = await fault.begin(sandbox, request.match, times);
    const result = await settle(() => request.ask(background));
    const met = strike.met();
    await strike.end();
    background.patient(eager);
    await expectNothingLost(background, before, request, result);
    return { result, met };
  }

  const { result, met } = await meet('always');
  const failure = result.ok ? null : result.error;
  if (met !== null) {
    expect(met).toBeGreaterThan(0);
    expect(met).toBeLessThanOrEqual(mostRequests(request, failure));
  }
  const afterwards =
    request.name === 'revoke'
      ? await tellLater(background, first.refreshToken ?? '')
      : await recover(background, request, failure);
  // What was asked once while the fault lasted is asked once, too, where it strikes once.
  const once = met !== null && met > 1 ? await meet(1) : null;
  return [
    fault.name,
    request.name,
    failure ? spoken(failure) : request.name === 'revoke' ? '*disconnected*' : '*nothing: it was understood*',
    String(met ?? '–'),
    once?.result.ok ? '*nothing: asked again*' : failure ? 'the same' : '–',
    afterwards,
  ].join(' | ');
}

/** Does what a person would do, without a reload, and expects it to help. */
async function recover(
  background: BackgroundOverHttp,
  request: CaliraRequest,
  failure: Failure | null,
): Promise<string> {
  if (!failure) return '–';
  if (failure.code === 'expired') await background.session.connect();
  expect(await settle(() => request.ask(background))).toMatchObject({ ok: true });
  if (failure.code === 'expired') return 'Reconnect';
  if (request.name === 'sign-in') return 'Try again';
  return failure.retryAfter ? 'by itself, or Retry' : 'Retry';
}

/** A token that Calira was not told of stays until it is. */
async function tellLater({ revocations }: BackgroundOverHttp, token: string): Promise<string> {
  if (!(await revocations.has(token))) return '–';
  await revocations.retry();
  expect(await revocations.has(token)).toBe(false);
  return 'Calira is told at the next start';
}

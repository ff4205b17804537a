/** A laptop that sleeps while Calira is being asked: every request ends soon after it wakes, and the next one works. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { authoriseSilently, openAuthWindow } from '../../../utils/calira/auth-window.ts';
import { createCaliraClient } from '../../../utils/calira/client.ts';
import * as oauth from '../../../utils/calira/oauth.ts';
import { testConnection } from '../../../utils/calira/test-connection.ts';
import { settle } from '../../../utils/messages/result.ts';
import { publicClient } from '../support/session-world.ts';

const hour = 3_600_000;
/** No request to Calira lasts longer than this, of the time in which the computer is awake (milliseconds). */
const longest = 25_000;

const authorisation = {
  url: `${publicClient.webUrl}oauth/authorize`,
  state: 'state',
  codeVerifier: 'verifier',
  redirectUrl: 'https://redirect.example/',
};
const redirected = `${authorisation.redirectUrl}?code=1&state=state`;
const calira = createCaliraClient({
  apiUrl: async () => publicClient.apiUrl,
  accessToken: async () => 'access',
  refused: async () => {},
});

/** Everything that is ever asked of Calira. The person's own window is not: that waits for a person. */
const requests: [string, () => Promise<unknown>][] = [
  ['list', () => calira.bookings(1)],
  ['detail', () => calira.booking('1')],
  ['equipment', () => calira.equipment('1207', 1)],
  ['accounts', () => calira.accounts(1)],
  ['account', () => calira.account('1207')],
  ['token', () => oauth.refreshTokens(publicClient, 'refresh')],
  ['sign-in', () => oauth.exchangeCode(publicClient, authorisation, redirected)],
  ['revoke', () => oauth.revokeToken(publicClient, 'refresh')],
  ['whether there is a Calira, before its window opens', () => openAuthWindow(authorisation.url)],
  ['the silent attempt', () => authoriseSilently(authorisation.url)],
];

/** A server that says nothing more. */
const silence: typeof fetch = (_input, init) => {
  const signal = init?.signal ?? (_input instanceof Request ? _input.signal : null);
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
};

/** What the clocks of a computer do while it sleeps: timers stand still, the time of day never does. */
const sleeps: [string, (now: () => number) => void][] = [
  ['does not sleep', () => {}],
  ['sleeps for an hour', () => vi.setSystemTime(Date.now() + hour)],
  [
    'sleeps for an hour, and its monotonic clock has gone on',
    (now) => {
      vi.setSystemTime(Date.now() + hour);
      vi.spyOn(performance, 'now').mockImplementation(() => now() + hour);
    },
  ],
  ['has its clock put back by ten years', () => vi.setSystemTime(Date.now() - 10 * 365 * 24 * hour)],
];

beforeEach(() => {
  vi.useFakeTimers();
  // Its timers are no JavaScript and cannot be made up; they stand still in a sleep like all others.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const over = new AbortController();
    setTimeout(() => over.abort(new DOMException('The operation timed out.', 'TimeoutError')), ms);
    return over.signal;
  });
  vi.stubGlobal('fetch', vi.fn(silence));
  Object.assign(browser, { identity: { launchWebAuthFlow: () => new Promise(() => {}) } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe.each(sleeps)('a computer that %s', (_how, sleep) => {
  test.each(requests)('%s: has ended within 25 s of being awake', async (_what, ask) => {
    const now = performance.now.bind(performance);
    let ended: Awaited<ReturnType<typeof settle>> | null = null;
    void settle(ask).then((result) => {
      ended = result;
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(ended).toBeNull();
    sleep(now);
    await vi.advanceTimersByTimeAsync(longest);
    expect(ended).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^(timeout|authPageFailed)$/) },
    });
  });

  test('the next reading works, with nothing left of the one before', async () => {
    const now = performance.now.bind(performance);
    const first = settle(() => calira.bookings(1));
    await vi.advanceTimersByTimeAsync(2_000);
    sleep(now);
    await vi.advanceTimersByTimeAsync(longest);
    expect(await first).toMatchObject({ ok: false });
    vi.stubGlobal('fetch', async () => Response.json([], { headers: { 'X-Total-Records': '0' } }));
    expect(await settle(() => calira.bookings(1))).toMatchObject({ ok: true });
  });
});

test('*Test connection* asks three times at most, each within its time', async () => {
  let report: unknown;
  const tested = { ...publicClient, redirectUrl: authorisation.redirectUrl };
  void testConnection(tested, async () => true).then((told) => {
    report = told;
  });
  await vi.advanceTimersByTimeAsync(longest);
  expect(report).toEqual({ web: { kind: 'timeout' }, api: { kind: 'timeout' } });
});

/** Many computers that lose Calira at the same moment must not come back at the same moment. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCaliraClient } from '../../../utils/calira/client.ts';
import { settle } from '../../../utils/messages/result.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** @returns when Calira was asked (milliseconds), where chance always says the same. */
async function tries(chance: number, answer: () => Promise<Response>): Promise<number[]> {
  const begin = Date.now();
  const asked: number[] = [];
  vi.spyOn(Math, 'random').mockReturnValue(chance);
  vi.stubGlobal('fetch', () => {
    asked.push(Date.now() - begin);
    return answer();
  });
  const client = createCaliraClient({
    apiUrl: async () => 'https://api.calira.example/v1/',
    accessToken: async () => 'access',
    refused: async () => {},
  });
  const told = settle(() => client.bookings(1));
  await vi.advanceTimersByTimeAsync(25_000);
  expect(await told).toMatchObject({ ok: false });
  return asked;
}

test.each<[string, () => Promise<Response>]>([
  ['503', async () => new Response('', { status: 503 })],
  ['a network that is gone', () => Promise.reject(new TypeError('Failed to fetch'))],
])('after %s the pauses between tries are a matter of chance', async (_what, answer) => {
  const [some, others] = [await tries(0.2, answer), await tries(0.9, answer)];
  expect([some.length, others.length]).toEqual([3, 3]);
  expect([some[1] === others[1], some[2] === others[2]]).toEqual([false, false]);
});

import { afterEach, expect, test, vi } from 'vitest';
import type { Patience } from '../../../utils/calira/patient-get.ts';
import { patientGet } from '../../../utils/calira/patient-get.ts';

const url = new URL('https://api.calira.example/v1/bookings');

function patience(delay: Patience['retry']['delay']): Patience {
  const retry = { limit: 2, statusCodes: [503], delay, maxRetryAfter: 5_000 };
  return { timeout: 10_000, totalTimeout: 20_000, retry };
}

/** Has every request be answered like this. */
function answering(status: number, body: string | null = null) {
  const fetch = vi.fn(async () => new Response(body, { status }));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

test('tries again after one wait and another, and then no more', async () => {
  const fetch = answering(503);
  const delay = vi.fn((_tries: number) => 0);
  await expect(patientGet(url, {}, patience(delay))).rejects.toThrow('HTTP 503');
  expect(delay.mock.calls).toEqual([[1], [2]]);
  expect(fetch).toHaveBeenCalledTimes(3);
});

test('whoever needs it no longer ends the wait between two tries', async () => {
  const fetch = answering(503);
  const end = new AbortController();
  const waits = Promise.withResolvers<void>();
  const delay = () => {
    waits.resolve();
    return 1_000_000;
  };
  const answer = patientGet(url, {}, patience(delay), end.signal);
  await waits.promise;
  end.abort(new Error('closed'));
  await expect(answer).rejects.toThrow('closed');
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('an answer that is no JSON is not asked for again', async () => {
  const fetch = answering(200, '<!doctype html>');
  await expect(
    patientGet(
      url,
      {},
      patience(() => 0),
    ),
  ).rejects.toThrow(SyntaxError);
  expect(fetch).toHaveBeenCalledTimes(1);
});

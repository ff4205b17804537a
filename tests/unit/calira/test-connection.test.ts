/** What *Test connection* makes of answers; the browser test of that name has the others. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testConnection } from '../../../utils/calira/test-connection.ts';

const tested = {
  clientId: 'client-1',
  clientSecret: null,
  webUrl: 'https://calira.example/',
  apiUrl: 'https://api.calira.example/v1/',
  redirectUrl: 'https://extension.example/',
};
const oauthError = (error: string) => Response.json({ error }, { status: 400 });
const fetched = vi.fn<(url: string, request: RequestInit) => Promise<Response>>();

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Answers the offered refresh token and the offered code with these words. */
function calira({ token, code }: { token: string; code: string }): void {
  fetched.mockImplementation(async (url, { body }) => {
    if (url.includes('api.')) return new Response(null, { status: 401 });
    return oauthError(String(body).includes('grant_type=refresh_token') ? token : code);
  });
}
const everywhere = async () => true;

describe('the client', () => {
  test.each([
    ['known', 'invalid_grant', 'invalid_grant', 'clientKnown'],
    ['unknown, where the client is looked at first', 'invalid_client', 'invalid_client', 'clientRefused'],
    [
      'unknown, where the refresh token is looked at first',
      'invalid_grant',
      'invalid_client',
      'clientRefused',
    ],
    ['known, where a code is looked at with other eyes', 'invalid_grant', 'invalid_request', 'clientKnown'],
  ])('is %s', async (_what, token, code, kind) => {
    calira({ token, code });
    expect(await testConnection(tested, everywhere)).toMatchObject({
      web: { kind },
      api: { kind: 'reached' },
    });
  });

  test.each([
    ['is in trouble', () => new Response(null, { status: 503 }), { kind: 'troubled', status: 503 }],
    ['asks to be left alone', () => new Response(null, { status: 429 }), { kind: 'troubled', status: 429 }],
    ['answers with a page', () => new Response('<html>'), { kind: 'notCalira' }],
    ['is gone', () => Promise.reject(new TypeError()), { kind: 'unreachable' }],
  ])('is not called known when Calira %s at the second question', async (_what, second, web) => {
    fetched.mockImplementation(async (_url, { body }) =>
      String(body).includes('grant_type=refresh_token') ? oauthError('invalid_grant') : second(),
    );
    expect(await testConnection(tested, everywhere)).toMatchObject({ web });
  });

  test('is not known to a server that has an error of another kind', async () => {
    // As Rails answers where there is nothing, Calira's API among them.
    fetched.mockImplementation(async () =>
      Response.json({ status: 404, error: 'Not Found' }, { status: 404 }),
    );
    expect(await testConnection(tested, everywhere)).toMatchObject({ web: { kind: 'notCalira' } });
  });

  test('sends its secret where it has one, and no cookies', async () => {
    calira({ token: 'invalid_client', code: 'invalid_client' });
    const { web } = await testConnection({ ...tested, clientSecret: 'secret' }, everywhere);
    expect(web).toEqual({ kind: 'clientRefused', withSecret: true });
    const [, request] = fetched.mock.calls.find(([url]) => url.endsWith('oauth/token')) ?? [];
    expect(String(request?.body)).toContain('client_secret=secret');
    expect(request?.credentials).toBe('omit');
  });
});

test.each([
  ['TimeoutError', 'timeout'],
  ['NetworkError', 'unreachable'],
])('a request that ends in %s: %s', async (name, kind) => {
  fetched.mockRejectedValue(new DOMException('', name));
  expect(await testConnection(tested, everywhere)).toEqual({ web: { kind }, api: { kind } });
});

test('nothing is sent to a host that the browser has not granted', async () => {
  expect(await testConnection(tested, async () => false)).toEqual({
    web: { kind: 'noAccess' },
    api: { kind: 'noAccess' },
  });
  expect(fetched).not.toHaveBeenCalled();
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OAuthClient } from '../../../utils/calira/oauth.ts';
import {
  authorisationRequest,
  exchangeCode,
  refreshTokens,
  revokeToken,
  scopes,
} from '../../../utils/calira/oauth.ts';
import { askApi, pressAuthorise, signInToCalira } from '../../sandbox/connect.ts';
import { EXTENSION_REDIRECT_URIS } from '../../sandbox/redirect-uris.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { IMAGING } from '../support/calira-over-http.ts';
import { failureOf } from '../support/failure-of.ts';

const redirectUrl = EXTENSION_REDIRECT_URIS[0] ?? '';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

function clientOf(kind: 'public' | 'confidential'): OAuthClient {
  const { id: clientId, secret = null } = { secret: undefined, ...sandbox.clients[kind] };
  return { clientId, clientSecret: secret, webUrl: sandbox.caliraWebUrl, apiUrl: sandbox.caliraApiUrl };
}

/** Everything up to Calira's redirect: what the browser's sign-in window would return. */
async function authorise(kind: 'public' | 'confidential' = 'public') {
  const client = clientOf(kind);
  const request = await authorisationRequest(client, redirectUrl);
  const redirected = await pressAuthorise(sandbox, new URL(request.url).searchParams, [IMAGING]);
  return { client, request, redirected };
}

async function signIn(kind?: 'public' | 'confidential') {
  const { client, request, redirected } = await authorise(kind);
  return { client, tokens: await exchangeCode(client, request, redirected.href) };
}

describe('the address that opens Calira’s page', () => {
  test('asks for RSpace’s three scopes, with PKCE', async () => {
    const { url, codeVerifier, state } = await authorisationRequest(clientOf('public'), redirectUrl);
    const { origin, pathname, searchParams } = new URL(url);
    expect(`${origin}${pathname}`).toBe(`${sandbox.caliraWebUrl}oauth/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: sandbox.clients.public.id,
      redirect_uri: redirectUrl,
      response_type: 'code',
      scope: scopes,
      state,
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    expect(scopes.split(' ').sort()).toEqual(['read_accounts', 'read_bookings', 'read_equipment']);
  });

  test('is another one every time', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => authorisationRequest(clientOf('public'), redirectUrl)),
    );
    expect(one?.state).not.toBe(other?.state);
    expect(one?.codeVerifier).not.toBe(other?.codeVerifier);
  });
});

describe.each(['public', 'confidential'] as const)('a %s client', (kind) => {
  test('signs in, and its token opens the API', async () => {
    const { tokens } = await signIn(kind);
    expect((await askApi(sandbox, tokens.accessToken, 'accounts')).status).toBe(200);
    expect(tokens.refreshToken).toEqual(expect.any(String));
    expect(tokens.expiresAt - Date.now()).toBeGreaterThan(7_100_000);
    expect(tokens.expiresAt - Date.now()).toBeLessThanOrEqual(7_200_000);
  });

  test('renews its tokens, and gets others', async () => {
    const { client, tokens } = await signIn(kind);
    sandbox.control.expireAccessTokens();
    const renewed = await refreshTokens(client, tokens.refreshToken ?? '');
    expect(renewed.refreshToken).not.toBe(tokens.refreshToken);
    expect((await askApi(sandbox, renewed.accessToken, 'accounts')).status).toBe(200);
  });

  test('revokes them, and they open nothing any more', async () => {
    const { client, tokens } = await signIn(kind);
    await revokeToken(client, tokens.refreshToken ?? '');
    expect((await askApi(sandbox, tokens.accessToken, 'accounts')).status).toBe(401);
    expect(await failureOf(refreshTokens(client, tokens.refreshToken ?? ''))).toMatchObject({
      code: 'expired',
    });
  });
});

describe('a redirect that is not what it should be', () => {
  test('the person said no', async () => {
    const client = clientOf('public');
    const request = await authorisationRequest(client, redirectUrl);
    const body = new URLSearchParams([...new URL(request.url).searchParams, ['decision', 'deny']]);
    const headers = { Cookie: await signInToCalira(sandbox) };
    const answer = await fetch(`${sandbox.caliraWebUrl}oauth/authorize`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    });
    const redirected = answer.headers.get('Location') ?? '';
    expect(await failureOf(exchangeCode(client, request, redirected))).toMatchObject({
      code: 'accessDenied',
    });
  });

  test.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'forged')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['two states', (url: URL) => url.searchParams.append('state', 'forged')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['two codes', (url: URL) => url.searchParams.append('code', 'forged')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example/')],
    ['an error with markup', (url: URL) => url.searchParams.set('error', '<img src=x onerror=alert(1)>')],
  ])('%s: no code is exchanged', async (_what, change) => {
    const { client, request, redirected } = await authorise();
    change(redirected);
    const failure = await failureOf(exchangeCode(client, request, redirected.href));
    expect(failure).toMatchObject({ code: 'unexpectedAnswer' });
    expect(sandbox.control.countRequests({ path: '/oauth/token' })).toBe(0);
  });

  test('the code of another sign-in is refused by Calira, since the verifier does not fit', async () => {
    const [mine, other] = [await authorise(), await authorise()];
    mine.redirected.searchParams.set('code', other.redirected.searchParams.get('code') ?? '');
    await expect(exchangeCode(mine.client, mine.request, mine.redirected.href)).rejects.toThrow();
  });
});

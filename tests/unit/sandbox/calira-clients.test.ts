import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askApi, connect, refresh, signInToCalira } from '../../sandbox/connect.ts';
import { EXTENSION_REDIRECT_URIS } from '../../sandbox/redirect-uris.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

const IMAGING = 1207;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

describe('the client', () => {
  const attempt = (headers: Record<string, string>, body: Record<string, string>) =>
    fetch(`${sandbox.caliraWebUrl}oauth/token`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: 'none',
        redirect_uri: EXTENSION_REDIRECT_URIS[0] ?? '',
        ...body,
      }),
    });
  const basic = (id: string, secret: string) => ({ Authorization: `Basic ${btoa(`${id}:${secret}`)}` });

  test.each([
    ['confidential, secret via Basic', () => basic(ids().id, ids().secret), () => ({}), 'invalid_grant'],
    ['confidential, secret in the body', () => ({}), () => body(ids().secret), 'invalid_grant'],
    ['confidential, no secret', () => ({}), () => body(), 'invalid_client'],
    ['confidential, wrong secret', () => basic(ids().id, 'wrong'), () => ({}), 'invalid_client'],
    ['unknown', () => ({}), () => ({ client_id: 'unknown' }), 'invalid_client'],
    ['missing', () => ({}), () => ({}), 'invalid_client'],
  ])('%s', async (_, headers, fields, error) => {
    const answer = await attempt(headers(), fields());
    expect(answer.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(answer.headers.get('WWW-Authenticate')).toContain(`Bearer realm="Doorkeeper", error="${error}"`);
    expect(await answer.json()).toMatchObject({ error });
  });
  test('is looked at after a refresh token that nobody knows, as Doorkeeper does', async () => {
    const answer = await fetch(`${sandbox.caliraWebUrl}oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'none', client_id: 'unknown' }),
    });
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
  });

  const ids = () => sandbox.clients.confidential;
  const body = (secret?: string) => ({ client_id: ids().id, ...(secret ? { client_secret: secret } : {}) });

  test('may revoke its tokens, and is told nothing about unknown ones', async () => {
    const tokens = await connect(sandbox, { labs: [IMAGING] });
    const revoke = (fields: Record<string, string>) =>
      fetch(`${sandbox.caliraWebUrl}oauth/revoke`, { method: 'POST', body: new URLSearchParams(fields) });
    const client_id = sandbox.clients.public.id;
    expect((await revoke({ token: tokens.refresh_token })).status).toBe(403);
    const unknown = await revoke({ token: 'unknown', client_id });
    expect([unknown.status, await unknown.json()]).toEqual([200, {}]);
    expect((await askApi(sandbox, tokens.access_token, 'accounts')).status).toBe(200);
    expect((await revoke({ token: tokens.refresh_token, client_id })).status).toBe(200);
    expect((await askApi(sandbox, tokens.access_token, 'accounts')).status).toBe(401);
  });

  test('is removed by the person on the page of authorised applications', async () => {
    const tokens = await connect(sandbox, { labs: [IMAGING] });
    const headers = { Cookie: await signInToCalira(sandbox) };
    const pageAddress = `${sandbox.caliraWebUrl}oauth/authorized_applications`;
    expect(await (await fetch(pageAddress, { headers })).text()).toContain('Imaging Core');
    const revoke = `${pageAddress}/${sandbox.clients.public.id}/revoke`;
    const after = await (await fetch(revoke, { method: 'POST', headers })).text();
    expect(after).toContain('You have not authorised any application');
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(400);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  askApi,
  authorizeRequest,
  connect,
  postToken,
  pressAuthorise,
  refresh,
  signInToCalira,
} from '../../sandbox/connect.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

const IMAGING = 1207;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const openAuthorize = async (parameters: URLSearchParams) =>
  fetch(`${sandbox.caliraWebUrl}oauth/authorize?${parameters}`, {
    headers: { Cookie: await signInToCalira(sandbox) },
    redirect: 'manual',
  });

describe('the code grant', () => {
  const exchange = async (change: (fields: Record<string, string>) => Record<string, string>) => {
    const { verifier, parameters } = authorizeRequest(sandbox);
    const address = await pressAuthorise(sandbox, parameters, [IMAGING]);
    const fields = {
      grant_type: 'authorization_code',
      code: address.searchParams.get('code') ?? '',
      code_verifier: verifier,
      redirect_uri: parameters.get('redirect_uri') ?? '',
    };
    return { fields, answer: await postToken(sandbox, 'public', change(fields)) };
  };

  test('answers what Doorkeeper answers', async () => {
    const { answer } = await exchange((fields) => fields);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      access_token: expect.stringMatching(/^\w{40,}$/),
      token_type: 'Bearer',
      expires_in: 7200,
      refresh_token: expect.stringMatching(/^\w{40,}$/),
      scope: 'read_accounts read_equipment read_bookings',
      created_at: expect.closeTo(Date.now() / 1000, -1),
    });
  });

  test.each([
    ['a wrong verifier', (fields: object) => ({ ...fields, code_verifier: 'x'.repeat(43) })],
    ['no verifier', ({ code_verifier: _, ...fields }: Record<string, string>) => fields],
    ['another redirect URI', (fields: object) => ({ ...fields, redirect_uri: 'https://elsewhere.test/' })],
    ['a made-up code', (fields: object) => ({ ...fields, code: 'made-up' })],
  ])('refuses %s as invalid_grant', async (_, change) => {
    const { answer } = await exchange(change);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('takes a code once', async () => {
    const { fields } = await exchange((all) => all);
    const again = await postToken(sandbox, 'public', fields);
    expect(again.status).toBe(400);
  });

  test('redirects with code and state', async () => {
    const { parameters } = authorizeRequest(sandbox);
    const address = await pressAuthorise(sandbox, parameters, [IMAGING]);
    expect(address.searchParams.get('state')).toBe(parameters.get('state'));
    expect(address.href.startsWith(parameters.get('redirect_uri') ?? 'none')).toBe(true);
  });
});

describe('the authorize page', () => {
  test.each([
    ['an unknown client', { client_id: 'unknown' }],
    ['a wrong redirect URI', { redirect_uri: 'https://elsewhere.test/' }],
    ['a bad scope', { scope: 'read_bookings write_everything' }],
    ['no PKCE from a public client', { code_challenge: '' }],
    ['plain PKCE', { code_challenge_method: 'plain' }],
  ])('answers a page with 200 and no redirect for %s', async (_, change) => {
    const { parameters } = authorizeRequest(sandbox);
    for (const [name, value] of Object.entries(change)) parameters.set(name, value);
    const answer = await openAuthorize(parameters);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(await answer.text()).toContain('An error has occurred');
  });

  test('sends whoever is not signed in to the sign-in page and keeps the address', async () => {
    const { parameters } = authorizeRequest(sandbox);
    const path = `/oauth/authorize?${parameters}`;
    const answer = await fetch(new URL(path, sandbox.caliraWebUrl), { redirect: 'manual' });
    const target = new URL(answer.headers.get('Location') ?? '', sandbox.caliraWebUrl);
    expect(target.pathname).toBe('/users/sign_in');
    expect(target.searchParams.get('return_to')).toBe(path);
  });

  test('ticks what the previous authorisation covered and nothing else', async () => {
    await connect(sandbox, { labs: [IMAGING] });
    const text = await (await openAuthorize(authorizeRequest(sandbox).parameters)).text();
    const ticked = [...text.matchAll(/name="lab" value="(\d+)" checked/g)].map(([, id]) => id);
    expect(ticked).toEqual([String(IMAGING)]);
    expect(text).toContain('Zebrafish &lt;Facility&gt; 🐟');
  });

  test('refuses with access_denied when Deny is pressed, and says so when no lab is ticked', async () => {
    const { parameters } = authorizeRequest(sandbox);
    const headers = { Cookie: await signInToCalira(sandbox) };
    const press = (decision: string) =>
      fetch(`${sandbox.caliraWebUrl}oauth/authorize`, {
        method: 'POST',
        headers,
        redirect: 'manual',
        body: new URLSearchParams([...parameters, ['decision', decision]]),
      });
    const denied = new URL((await press('deny')).headers.get('Location') ?? '');
    expect(denied.searchParams.get('error')).toBe('access_denied');
    expect(denied.searchParams.get('state')).toBe(parameters.get('state'));
    expect(await (await press('authorise')).text()).toContain('Choose at least one lab');
  });

  test.each([
    ['skipForConfidential', 'public', false],
    ['skipForConfidential', 'confidential', true],
    ['skip', 'public', true],
    ['always', 'confidential', false],
  ] as const)(
    'with consent %s, a %s client coming back is let through: %s',
    async (consent, client, skipped) => {
      sandbox.control.setConsent(consent);
      await connect(sandbox, { labs: [IMAGING], client });
      const answer = await openAuthorize(authorizeRequest(sandbox, { client }).parameters);
      expect(answer.status).toBe(skipped ? 302 : 200);
    },
  );
});

describe('refresh tokens', () => {
  test('forgiving: the old one works until the new access token is first used', async () => {
    const old = await connect(sandbox, { labs: [IMAGING] });
    const renewed = await (await refresh(sandbox, old.refresh_token)).json();
    expect((await refresh(sandbox, old.refresh_token)).status).toBe(200);
    expect((await askApi(sandbox, old.access_token, 'accounts')).status).toBe(200);
    expect((await askApi(sandbox, renewed.access_token, 'accounts')).status).toBe(200);
    expect((await refresh(sandbox, old.refresh_token)).status).toBe(400);
  });

  test('strict: of five at the same time one succeeds', async () => {
    sandbox.control.setRotation('strict');
    const { refresh_token } = await connect(sandbox, { labs: [IMAGING] });
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(sandbox, refresh_token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
  });

  test('revoked by the control, they are invalid grants while the access token goes on', async () => {
    const tokens = await connect(sandbox, { labs: [IMAGING] });
    sandbox.control.revokeRefreshTokens();
    expect((await askApi(sandbox, tokens.access_token, 'accounts')).status).toBe(200);
    const answer = await refresh(sandbox, tokens.refresh_token);
    const { error, error_description } = await answer.json();
    expect(answer.status).toBe(400);
    expect(answer.headers.get('WWW-Authenticate')).toBe(
      `Bearer realm="Doorkeeper", error="${error}", error_description="${error_description}"`,
    );
    expect(error).toBe('invalid_grant');
  });
});

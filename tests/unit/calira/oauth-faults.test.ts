import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OAuthClient } from '../../../utils/calira/oauth.ts';
import {
  authorisationRequest,
  exchangeCode,
  refreshTokens,
  revokeToken,
} from '../../../utils/calira/oauth.ts';
import { connect, pressAuthorise } from '../../sandbox/connect.ts';
import { EXTENSION_REDIRECT_URIS } from '../../sandbox/redirect-uris.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { FaultKind } from '../../sandbox/traffic/fault.ts';
import { IMAGING } from '../support/calira-over-http.ts';
import { failureOf } from '../support/failure-of.ts';

let sandbox: Sandbox;
let client: OAuthClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  client = {
    clientId: sandbox.clients.public.id,
    clientSecret: null,
    webUrl: sandbox.caliraWebUrl,
    apiUrl: sandbox.caliraApiUrl,
  };
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

/** The three requests that carry tokens, each with a good one. */
const requests = {
  refresh: async () => {
    const { refresh_token } = await connect(sandbox, { labs: [IMAGING] });
    return (signal?: AbortSignal) => refreshTokens(client, refresh_token, signal);
  },
  exchange: async () => {
    const request = await authorisationRequest(client, EXTENSION_REDIRECT_URIS[0] ?? '');
    const redirected = await pressAuthorise(sandbox, new URL(request.url).searchParams, [IMAGING]);
    return (signal?: AbortSignal) => exchangeCode(client, request, redirected.href, signal);
  },
  revoke: async () => {
    const { refresh_token } = await connect(sandbox, { labs: [IMAGING] });
    return (signal?: AbortSignal) => revokeToken(client, refresh_token, signal);
  },
};

const match = { path: /^\/oauth\/(token|revoke)$/ };
const status = (code: number, more: object = {}): FaultKind => ({ type: 'status', status: code, ...more });
const json = { 'Content-Type': 'application/json' };

describe.each(Object.entries(requests))('%s', (_what, prepare) => {
  async function faulty(kind: FaultKind) {
    const ask = await prepare();
    sandbox.control.clearRequests();
    sandbox.control.addFault({ match, times: 'always', kind });
    const failure = await failureOf(ask());
    expect(sandbox.control.countRequests(match)).toBe(1);
    return failure;
  }

  test.each([
    [400, 'unexpectedAnswer'],
    [403, 'unexpectedAnswer'],
    [404, 'unexpectedAnswer'],
    [408, 'timeout'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
  ])('%i is %s and is not tried again: tokens rotate', async (code, expected) => {
    expect(await faulty(status(code))).toMatchObject({ code: expected });
  });

  test('a maintenance page is unavailable, whatever it says', async () => {
    const page = status(503, { body: '{"error":"invalid_grant"}', headers: json });
    expect(await faulty(page)).toMatchObject({ code: 'unavailable' });
  });

  test('429 tells how long to wait', async () => {
    const failure = await faulty(status(429, { retryAfter: 7 }));
    expect(failure).toMatchObject({ code: 'rateLimited', retryAfter: 7_000 });
  });

  test.each(['reset', 'resetAfter'] satisfies FaultKind[])('%s is offline', async (kind) => {
    expect(await faulty(kind)).toMatchObject({ code: 'offline' });
  });

  test('who no longer wants it is let go', async () => {
    const ask = await prepare();
    const hold = sandbox.control.hold(match);
    const controller = new AbortController();
    const asked = failureOf(ask(controller.signal));
    await hold.reached;
    controller.abort();
    expect(await asked).toMatchObject({ code: 'cancelled' });
    hold.release();
  });

  test('a server that hangs is given up', async () => {
    const ask = await prepare();
    sandbox.control.addFault({ match, kind: 'hang' });
    expect(await failureOf(ask(AbortSignal.timeout(50)))).toMatchObject({ code: 'timeout' });
  });
});

describe.each([
  ['refresh', requests.refresh],
  ['exchange', requests.exchange],
])('%s, whose answer has a body', (_what, prepare) => {
  const faulty = async (kind: FaultKind, signal?: AbortSignal) => {
    const ask = await prepare();
    sandbox.control.addFault({ match, kind });
    return failureOf(ask(signal));
  };

  test.each([
    ['resetBody', 'offline'],
    ['truncatedJson', 'unexpectedAnswer'],
    ['emptyBody', 'unexpectedAnswer'],
    ['wrongShape', 'unexpectedAnswer'],
    ['html', 'unexpectedAnswer'],
    ['redirect', 'unexpectedAnswer'],
  ] satisfies [FaultKind, string][])('%s is %s', async (kind, expected) => {
    expect(await faulty(kind)).toMatchObject({ code: expected });
  });

  test('a wrong content type does no harm', async () => {
    const ask = await prepare();
    const fault = sandbox.control.addFault({ match, kind: 'wrongContentType' });
    expect((await ask()).accessToken).toEqual(expect.any(String));
    expect(fault.struck()).toBe(1);
  });

  test('that never ends is given up', async () => {
    expect(await faulty('hangBody', AbortSignal.timeout(300))).toMatchObject({ code: 'timeout' });
  });
});

describe('Calira’s own refusal', () => {
  test.each([
    ['in the header and the body, as Doorkeeper does', {}],
    ['in the body alone', { headers: json }],
  ])('invalid_grant is expired, said %s', async (how, { headers }: { headers?: Record<string, string> }) => {
    const refresh = await requests.refresh();
    sandbox.control.revokeRefreshTokens();
    if (headers) {
      const body = '{"error":"invalid_grant","error_description":"revoked"}';
      sandbox.control.addFault({ match, kind: status(400, { body, headers }) });
    }
    expect(await failureOf(refresh()), how).toMatchObject({ code: 'expired' });
  });

  test.each([
    ['invalid_client', 401],
    ['invalid_request', 400],
    ['unauthorized_client', 400],
    ['invalid_scope', 400],
  ])('%s signs nobody out, in the body or in the header', async (error, code) => {
    const refresh = await requests.refresh();
    const challenge = { 'WWW-Authenticate': `Bearer realm="Doorkeeper", error="${error}"` };
    for (const headers of [json, { ...json, ...challenge }]) {
      sandbox.control.addFault({ match, kind: status(code, { body: JSON.stringify({ error }), headers }) });
      const failure = await failureOf(refresh());
      expect(failure).toEqual({ code: 'unexpectedAnswer', detail: `oauth: HTTP ${code} ${error}` });
    }
  });

  test('an unknown client is unexpected, not expired', async () => {
    const { refresh_token } = await connect(sandbox, { labs: [IMAGING] });
    const failure = await failureOf(refreshTokens({ ...client, clientId: 'nobody' }, refresh_token));
    expect(failure).toMatchObject({
      code: 'unexpectedAnswer',
      detail: expect.stringContaining('invalid_client'),
    });
  });

  test('what goes into a report names no token', async () => {
    const { refresh_token } = await connect(sandbox, { labs: [IMAGING] });
    sandbox.control.revokeRefreshTokens();
    expect(JSON.stringify(await failureOf(refreshTokens(client, refresh_token)))).not.toContain(
      refresh_token,
    );
  });
});

test('a Calira that refuses connections is offline', async () => {
  const refresh = await requests.refresh();
  const { restore } = await sandbox.control.refuseConnections('calira');
  try {
    expect(await failureOf(refresh())).toMatchObject({ code: 'offline' });
  } finally {
    await restore();
  }
});

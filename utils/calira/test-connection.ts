/** *Test connection*: what can be known about Calira's addresses and the client before anybody signs in. */
import * as v from 'valibot';
import type { ApiReport, ConnectionReport, WebReport } from './connection-report.ts';

export interface TestedConnection {
  /** Empty where there is none. */
  clientId: string;
  clientSecret: string | null;
  webUrl: string;
  apiUrl: string;
  redirectUrl: string;
}

/** A person waits for this (milliseconds). */
const patience = 15_000;

/** The words that a token endpoint may answer with (RFC 6749, 5.2): other servers have an `error` of their own. */
const oauthAnswer = v.object({
  error: v.picklist([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
  ]),
});

/** @param mayReach whether the browser lets the extension reach an address. */
export async function testConnection(
  tested: TestedConnection,
  mayReach: (address: string) => Promise<boolean>,
): Promise<ConnectionReport> {
  const [web, api] = await Promise.all([
    mayReach(tested.webUrl).then((may) => (may ? testWeb(tested) : { kind: 'noAccess' as const })),
    mayReach(tested.apiUrl).then((may) => (may ? testApi(tested) : { kind: 'noAccess' as const })),
  ]);
  return { web, api };
}

/**
 * Offers Calira a refresh token and a code that it cannot know. `invalid_client` speaks of the client, `invalid_grant`
 * of what was offered, and so the client is known. Both are asked: Doorkeeper looks at a refresh token before it looks
 * at the client, and at a code after it
 * (https://github.com/doorkeeper-gem/doorkeeper/tree/main/lib/doorkeeper/oauth, refresh_token_request.rb and
 * authorization_code_request.rb).
 */
async function testWeb(tested: TestedConnection): Promise<WebReport> {
  const refused: WebReport = tested.clientId
    ? { kind: 'clientRefused', withSecret: tested.clientSecret !== null }
    : { kind: 'noClient' };
  const first = await offer(tested, { grant_type: 'refresh_token', refresh_token: 'not-a-token' });
  if (typeof first !== 'string') return first;
  if (first === 'invalid_client') return refused;
  const second = await offer(tested, {
    grant_type: 'authorization_code',
    code: 'not-a-code',
    redirect_uri: tested.redirectUrl,
    code_verifier: 'not-a-verifier-either-but-as-long-as-one-has-to-be',
  });
  if (typeof second !== 'string') return second;
  if (second === 'invalid_client' || !tested.clientId) return refused;
  return { kind: 'clientKnown' };
}

/** @returns Calira's word for what is wrong with it, or what came instead of Calira's word. */
async function offer(
  { webUrl, clientId, clientSecret }: TestedConnection,
  grant: Record<string, string>,
): Promise<string | WebReport> {
  const body = new URLSearchParams({
    ...grant,
    client_id: clientId,
    ...(clientSecret ? { client_secret: clientSecret } : {}),
  });
  const answer = await ask(new URL('oauth/token', webUrl).href, { method: 'POST', body });
  if (!(answer instanceof Response)) return answer;
  const parsed = v.safeParse(oauthAnswer, await answer.json().catch(() => null));
  return parsed.success ? parsed.output.error : { kind: 'notCalira' };
}

/** Without a token, Calira's API refuses: 401. */
async function testApi({ apiUrl }: TestedConnection): Promise<ApiReport> {
  const answer = await ask(new URL('accounts', apiUrl).href, {});
  if (!(answer instanceof Response)) return answer;
  const page = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  return answer.status === 401 && !page ? { kind: 'reached' } : { kind: 'notCalira' };
}

type NoAnswer = Extract<ApiReport, { kind: 'unreachable' | 'timeout' | 'troubled' | 'notCalira' }>;

async function ask(url: string, request: RequestInit): Promise<Response | NoAnswer> {
  try {
    const signal = AbortSignal.timeout(patience);
    // Calira redirects neither of the two addresses: what does is a login page of somebody's.
    const answer = await fetch(url, { ...request, redirect: 'manual', credentials: 'omit', signal });
    if (answer.status >= 500 || answer.status === 429) return { kind: 'troubled', status: answer.status };
    return answer.type === 'opaqueredirect' ? { kind: 'notCalira' } : answer;
  } catch (thrown) {
    const late = thrown instanceof DOMException && thrown.name === 'TimeoutError';
    return { kind: late ? 'timeout' : 'unreachable' };
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { ADA } from './calira/data/people.ts';
import { EXTENSION_REDIRECT_URIS } from './redirect-uris.ts';
import type { Sandbox } from './sandbox.ts';

export interface Tokens {
  access_token: string;
  refresh_token: string;
  token_type: string;
  expires_in: number;
  scope: string;
  created_at: number;
}

export interface ConnectOptions {
  /** Ids of the labs to tick. */
  labs: readonly number[];
  client?: 'public' | 'confidential';
  scope?: string;
  redirectUri?: string;
}

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });

/** Signs Ada in without a browser and answers the session's cookie. */
export const signInToCalira = async (sandbox: Sandbox): Promise<string> => {
  const answer = await fetch(`${sandbox.caliraWebUrl}users/sign_in`, {
    ...form({ email: ADA.email, password: 'any' }),
    redirect: 'manual',
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`sign-in failed with ${answer.status}`);
  return cookie;
};

/** An authorize request with a fresh PKCE verifier. */
export const authorizeRequest = (sandbox: Sandbox, options: Omit<ConnectOptions, 'labs'> = {}) => {
  const verifier = randomBytes(32).toString('base64url');
  const parameters = new URLSearchParams({
    client_id: sandbox.clients[options.client ?? 'public'].id,
    redirect_uri: options.redirectUri ?? EXTENSION_REDIRECT_URIS[0] ?? '',
    response_type: 'code',
    scope: options.scope ?? 'read_accounts read_equipment read_bookings',
    state: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return { verifier, parameters };
};

/** Presses *Authorise* with those labs ticked and answers the address to which Calira redirects. */
export const pressAuthorise = async (
  sandbox: Sandbox,
  parameters: URLSearchParams,
  labs: readonly number[],
): Promise<URL> => {
  const body = new URLSearchParams([...parameters, ['decision', 'authorise']]);
  for (const lab of labs) body.append('lab', String(lab));
  const headers = { Cookie: await signInToCalira(sandbox) };
  const answer = await fetch(`${sandbox.caliraWebUrl}oauth/authorize`, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  });
  return new URL(answer.headers.get('Location') ?? '');
};

/** Posts to the token endpoint as one of the clients (a secret goes into the body). */
export const postToken = (
  sandbox: Sandbox,
  client: 'public' | 'confidential',
  fields: Record<string, string>,
): Promise<Response> => {
  const { id, secret } = { secret: undefined, ...sandbox.clients[client] };
  const credentials = { client_id: id, ...(secret === undefined ? {} : { client_secret: secret }) };
  return fetch(`${sandbox.caliraWebUrl}oauth/token`, form({ ...credentials, ...fields }));
};

/** The whole way to tokens, without a browser. Throws when Calira refuses. */
export const connect = async (sandbox: Sandbox, options: ConnectOptions): Promise<Tokens> => {
  const { verifier, parameters } = authorizeRequest(sandbox, options);
  const address = await pressAuthorise(sandbox, parameters, options.labs);
  const answer = await postToken(sandbox, options.client ?? 'public', {
    grant_type: 'authorization_code',
    code: address.searchParams.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: parameters.get('redirect_uri') ?? '',
  });
  if (!answer.ok) throw new Error(`no tokens: ${answer.status} ${await answer.text()}`);
  const tokens: Tokens = await answer.json();
  return tokens;
};

/** Renews tokens with a refresh token, as the public client where not told otherwise. */
export const refresh = (
  sandbox: Sandbox,
  refreshToken: string,
  client: 'public' | 'confidential' = 'public',
) => postToken(sandbox, client, { grant_type: 'refresh_token', refresh_token: refreshToken });

/** Asks the API for a path below `/v1/`. */
export const askApi = (sandbox: Sandbox, accessToken: string, path: string): Promise<Response> =>
  fetch(sandbox.caliraApiUrl + path, { headers: { Authorization: `Bearer ${accessToken}` } });

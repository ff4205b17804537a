import { type Client, SCOPES } from '../oauth/clients.ts';
import type { CaliraState } from '../state.ts';

/** The parameters of an authorize request that the form carries on. */
export const PARAMETERS = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const;

export interface AuthorisationRequest {
  client: Client;
  redirectUri: string;
  scopes: string[];
  state: string | null;
}

/**
 * What an authorize request asks for, or the sentence with which Doorkeeper's error page (status 200, no redirect)
 * refuses it. `prompt` is not looked at: Doorkeeper ignores it.
 */
export const readRequest = (state: CaliraState, query: URLSearchParams): AuthorisationRequest | string => {
  const client = state.clients.find((one) => one.id === query.get('client_id'));
  if (!client) {
    return 'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.';
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client.redirectUris.includes(redirectUri))
    return 'The requested redirect uri is malformed or doesn’t match client redirect URI.';
  const responseType = query.get('response_type');
  if (!responseType) return 'Missing required parameter: response_type.';
  if (responseType !== 'code') return 'The authorization server does not support this response type.';
  const scopes = (query.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const known: readonly string[] = SCOPES;
  if (scopes.length === 0 || !scopes.every((scope) => known.includes(scope))) {
    return 'The requested scope is invalid, unknown, or malformed.';
  }
  const challenge = query.get('code_challenge');
  if (!client.confidential && !challenge) return 'Code challenge is required.';
  if (challenge && query.get('code_challenge_method') !== 'S256')
    return 'The code challenge method must be S256.';
  return { client, redirectUri, scopes, state: query.get('state') };
};

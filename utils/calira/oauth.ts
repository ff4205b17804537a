/**
 * The protocol of Calira's sign-in: OAuth 2.0 with PKCE (RFC 7636), spoken through oauth4webapi. It knows no
 * storage and no policy. Calira's server is Doorkeeper, which publishes no metadata: its routes are its standard ones.
 */
import * as oauth from 'oauth4webapi';
import { CodedError } from '../messages/failure.ts';
import { isLoopback } from '../settings/address.ts';
import { oauthFailure } from './oauth-failure.ts';

/** The application that an institution registered in Calira. Without a secret it is a public client. */
export interface OAuthClient {
  clientId: string;
  clientSecret: string | null;
  /** Calira's web address, ending in a slash. */
  webUrl: string;
  /** The API's address, ending in a slash: its tokens are sent nowhere else. */
  apiUrl: string;
}

export interface TokenPair {
  accessToken: string;
  refreshToken: string | null;
  /** When the access token ends, in milliseconds since the epoch. */
  expiresAt: number;
}

/** What must be kept between opening Calira's page and its redirect back. */
export interface AuthorisationRequest {
  url: string;
  state: string;
  codeVerifier: string;
  redirectUrl: string;
}

/** The scopes that RSpace's own integration asks for; none of them tells who the person is. */
export const scopes = 'read_equipment read_bookings read_accounts';

/** Doorkeeper's answer is expected within this time (milliseconds). */
const tokenTimeout = 20_000;

function server(webUrl: string): oauth.AuthorizationServer {
  return {
    issuer: webUrl,
    token_endpoint: new URL('oauth/token', webUrl).href,
    revocation_endpoint: new URL('oauth/revoke', webUrl).href,
  };
}

function authentication({ clientSecret }: OAuthClient): oauth.ClientAuth {
  return clientSecret ? oauth.ClientSecretPost(clientSecret) : oauth.None();
}

function requestOptions(client: OAuthClient, signal?: AbortSignal) {
  const limit = AbortSignal.timeout(tokenTimeout);
  return {
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    [oauth.allowInsecureRequests]: isLoopback(new URL(client.webUrl)),
  };
}

function tokenPair(answer: oauth.TokenEndpointResponse, now: number): TokenPair {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    // Doorkeeper may be set to tokens that never end; two hours is its default for those that do.
    expiresAt: now + (answer.expires_in ?? 7200) * 1000,
  };
}

/** Prepares one authorisation: the address to open, and the secrets to check its redirect with. */
export async function authorisationRequest(
  client: OAuthClient,
  redirectUrl: string,
): Promise<AuthorisationRequest> {
  const state = oauth.generateRandomState();
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const url = new URL('oauth/authorize', client.webUrl);
  url.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: redirectUrl,
    response_type: 'code',
    scope: scopes,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  }).toString();
  return { url: url.href, state, codeVerifier, redirectUrl };
}

/**
 * Exchanges the code in the redirect for tokens.
 *
 * @param redirected the address that Calira's page led back to.
 * @throws {CodedError} `accessDenied` where the person said no; `unexpectedAnswer` for a redirect that is not ours
 *   (wrong `state`); `offline`, `timeout` or `unavailable` where the exchange did not come through.
 */
export async function exchangeCode(
  client: OAuthClient,
  request: AuthorisationRequest,
  redirected: string,
  signal?: AbortSignal,
): Promise<TokenPair> {
  const as = server(client.webUrl);
  const us: oauth.Client = { client_id: client.clientId };
  try {
    const parameters = oauth.validateAuthResponse(as, us, new URL(redirected), request.state);
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      us,
      authentication(client),
      parameters,
      request.redirectUrl,
      request.codeVerifier,
      requestOptions(client, signal),
    );
    return tokenPair(await oauth.processAuthorizationCodeResponse(as, us, response), Date.now());
  } catch (thrown) {
    throw oauthFailure(thrown);
  }
}

/**
 * Renews an authorisation. Refresh tokens rotate: the pair that comes back replaces the one that was sent.
 * @throws {CodedError} `expired` on Calira's `invalid_grant`, and on nothing else.
 */
export async function refreshTokens(
  client: OAuthClient,
  refreshToken: string,
  signal?: AbortSignal,
): Promise<TokenPair> {
  const as = server(client.webUrl);
  const us: oauth.Client = { client_id: client.clientId };
  try {
    const options = requestOptions(client, signal);
    const response = await oauth.refreshTokenGrantRequest(
      as,
      us,
      authentication(client),
      refreshToken,
      options,
    );
    const answer = await oauth.processRefreshTokenResponse(as, us, response);
    return tokenPair({ ...answer, refresh_token: answer.refresh_token ?? refreshToken }, Date.now());
  } catch (thrown) {
    throw oauthFailure(thrown);
  }
}

/** Revokes a token at Calira (RFC 7009). Doorkeeper answers 200 even for a token that it does not know. */
export async function revokeToken(client: OAuthClient, token: string, signal?: AbortSignal): Promise<void> {
  const as = server(client.webUrl);
  const us: oauth.Client = { client_id: client.clientId };
  try {
    const response = await oauth.revocationRequest(
      as,
      us,
      authentication(client),
      token,
      requestOptions(client, signal),
    );
    // A proxy's page with status 200 is not Calira's word: the token would live on with nobody who tells Calira.
    if (response.headers.get('content-type')?.startsWith('text/html'))
      throw new CodedError('unexpectedAnswer', { detail: 'oauth: a page for a revocation' });
    await oauth.processRevocationResponse(response);
  } catch (thrown) {
    throw oauthFailure(thrown);
  }
}

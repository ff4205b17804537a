import OAuth2Server from '@node-oauth/oauth2-server';
import { Hono } from 'hono';
import type { CaliraState } from '../state.ts';
import { oauthError, translateError } from './oauth-error.ts';

/** `POST /oauth/token`: the library's authorisation code (with PKCE) and refresh grants, Doorkeeper's answers. */
export const tokenEndpoint = (state: CaliraState, model: OAuth2Server.ServerOptions['model']): Hono => {
  const server = new OAuth2Server({
    model,
    // Whether a client needs its secret is decided by the model, since it depends on the client.
    requireClientAuthentication: {
      authorization_code: false,
      refresh_token: false,
    },
  });

  return new Hono().post('/oauth/token', async (c) => {
    const body = Object.fromEntries(new URLSearchParams(await c.req.text()));
    if (body.grant_type === undefined) {
      return oauthError(c, 'invalid_request', 'Missing required parameter: grant_type.');
    }
    if (!['authorization_code', 'refresh_token'].includes(body.grant_type)) {
      return oauthError(c, 'unsupported_grant_type');
    }
    // Doorkeeper looks at a refresh token before it looks at the client (its refresh_token_request.rb).
    if (body.refresh_token && !state.grants.refreshable(body.refresh_token)) {
      return oauthError(c, 'invalid_grant');
    }
    const request = new OAuth2Server.Request({
      method: 'POST',
      headers: c.req.header(),
      query: {},
      body,
    });
    try {
      const token = await server.token(request, new OAuth2Server.Response());
      const pair = state.grants.find(token.accessToken);
      if (!pair) throw new Error('the library answered a token that was not saved');
      const answer = {
        access_token: pair.accessToken,
        token_type: 'Bearer',
        expires_in: Math.round((pair.expiresAt - pair.createdAt) / 1000),
        refresh_token: pair.refreshToken,
        scope: pair.scopes.join(' '),
        created_at: Math.floor(pair.createdAt / 1000),
      };
      return c.json(answer, 200, {
        'Cache-Control': 'no-store',
        Pragma: 'no-cache',
      });
    } catch (thrown) {
      const { error, description } = translateError(thrown);
      if (error === 'server_error') throw thrown;
      return oauthError(c, error, description);
    }
  });
};

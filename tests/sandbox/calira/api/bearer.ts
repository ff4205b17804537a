import type { Context, MiddlewareHandler } from 'hono';
import type { TokenPair } from '../oauth/grant-store.ts';
import { challenge } from '../oauth/oauth-error.ts';
import type { CaliraState } from '../state.ts';

export interface ApiEnv {
  Variables: { token: TokenPair };
}

const SENTENCES = {
  invalid: 'The access token is invalid',
  expired: 'The access token expired',
  revoked: 'The access token was revoked',
} as const;

/** The access token of an `Authorization: Bearer` header, or the empty string. */
export const bearerToken = (header: string | null | undefined): string =>
  /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? '';

const refused = (c: Context, status: 401 | 403, error: string, description: string) =>
  c.body(null, status, {
    'WWW-Authenticate': challenge(error, description),
    'Cache-Control': 'no-store',
  });

/** Lets a request pass that has a good token with that scope, in an account whose subscription includes the API. */
export const requires =
  (state: CaliraState, scope: string): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const token = state.grants.use(bearerToken(c.req.header('Authorization')));
    if (typeof token === 'string') return refused(c, 401, 'invalid_token', SENTENCES[token]);
    if (!token.scopes.includes(scope)) {
      return refused(c, 403, 'invalid_scope', `Access to this resource requires scope "${scope}".`);
    }
    if (state.manners.subscription === 'none') {
      return c.json({ error: 'API access is not included in your subscription plan' }, 403);
    }
    c.set('token', token);
    return next();
  };

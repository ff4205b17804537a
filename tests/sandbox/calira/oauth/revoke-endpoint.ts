import { Hono } from 'hono';
import type { CaliraState } from '../state.ts';
import { authenticateClient } from './server-model.ts';

const REFUSED = {
  error: 'unauthorized_client',
  error_description: 'You are not authorized to revoke this token',
};

const basicCredentials = (header: string | undefined): [id?: string, secret?: string] => {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (!encoded) return [];
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [id, secret.join(':')];
};

/** `POST /oauth/revoke` (RFC 7009): needs the client; 200 `{}` whatever the token, unless it is another client's. */
export const revokeEndpoint = (state: CaliraState): Hono =>
  new Hono().post('/oauth/revoke', async (c) => {
    const body = new URLSearchParams(await c.req.text());
    const [basicId, basicSecret] = basicCredentials(c.req.header('Authorization'));
    const client = authenticateClient(
      state.clients,
      basicId ?? body.get('client_id') ?? undefined,
      basicSecret ?? body.get('client_secret') ?? undefined,
    );
    if (!client) return c.json(REFUSED, 403);
    const pair = state.grants.find(body.get('token') ?? '');
    if (pair && pair.clientId !== client.id) return c.json(REFUSED, 403);
    if (pair) pair.revoked = true;
    return c.json({});
  });

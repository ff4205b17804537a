import * as v from 'valibot';
import type { OAuthClient } from './oauth.ts';

const parts = v.pipe(v.string(), v.parseJson(), v.tuple([v.string(), v.string(), v.string()]));

/** Tokens belong to one client at one server, by both of its addresses, and are never sent to another. */
export function ownerOf({ clientId, webUrl, apiUrl }: Omit<OAuthClient, 'clientSecret'>): string {
  return JSON.stringify([clientId, webUrl, apiUrl]);
}

/**
 * @returns the client that an owner names: tokens may be left of one that is configured no longer. Null where nobody can
 *   tell, because what was stored is damaged.
 */
export function clientOf(owner: string, clientSecret: string | null): OAuthClient | null {
  const read = v.safeParse(parts, owner);
  if (!read.success) return null;
  const [clientId, webUrl, apiUrl] = read.output;
  return { clientId, clientSecret, webUrl, apiUrl };
}

/** Tokens that were given up while Calira could not be told. They are kept apart and used for nothing else. */
import { get, update } from 'idb-keyval';
import * as v from 'valibot';
import type { OAuthClient } from './oauth.ts';

const key = 'pendingRevocations';
/** Calira's refresh tokens are worth revoking for a week; by then a person has been online (milliseconds). */
const longest = 7 * 86_400_000;

const client = v.object({ clientId: v.string(), clientSecret: v.nullable(v.string()), webUrl: v.string() });
const pending = v.array(v.object({ token: v.string(), client, since: v.number() }));

export interface PendingRevocations {
  add(client: OAuthClient, token: string): Promise<void>;
  /** Tries to revoke what is left; what fails again stays for the next time. Never rejects. */
  retry(): Promise<void>;
}

export function createPendingRevocations(
  revoke: (client: OAuthClient, token: string) => Promise<void>,
  now: () => number,
): PendingRevocations {
  const read = (stored: unknown) => {
    const list = v.safeParse(pending, stored);
    return list.success ? list.output.filter(({ since }) => now() - since < longest) : [];
  };
  return {
    add: (owner, token) =>
      update<unknown>(key, (stored) => [...read(stored), { token, client: owner, since: now() }]),
    async retry() {
      const left = read(await get(key));
      const outcomes = await Promise.allSettled(left.map(({ client: owner, token }) => revoke(owner, token)));
      const revoked = new Set(
        left.filter((_, index) => outcomes[index]?.status === 'fulfilled').map(({ token }) => token),
      );
      await update<unknown>(key, (stored) => read(stored).filter(({ token }) => !revoked.has(token)));
    },
  };
}

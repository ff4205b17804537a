/** Tokens that were given up while Calira could not be told. They are kept apart and used for nothing else. */
import * as v from 'valibot';
import { createTurns } from '../in-turn.ts';
import type { LastingStore } from './kept-secret.ts';
import { createKeptSecret } from './kept-secret.ts';
import type { OAuthClient } from './oauth.ts';

/** By then a person has been online, or will not be missed by a token that nobody holds (milliseconds). */
const longest = 7 * 86_400_000;

const client = v.object({
  clientId: v.string(),
  clientSecret: v.nullable(v.string()),
  webUrl: v.string(),
  apiUrl: v.string(),
});
const pending = v.array(v.object({ token: v.string(), client, since: v.number() }));
type Pending = v.InferOutput<typeof pending>;

export interface PendingRevocations {
  add(client: OAuthClient, token: string): Promise<void>;
  /** @returns whether a token is among them. */
  has(token: string): Promise<boolean>;
  /** Tries to revoke what is left; what fails again stays for the next time. Never rejects. */
  retry(): Promise<void>;
  /** To be called when secrets may have to outlive the browser from now on, or no longer. */
  relocate(): Promise<void>;
}

export function createPendingRevocations(
  revoke: (client: OAuthClient, token: string) => Promise<void>,
  now: () => number,
  stayConnected: () => Promise<boolean>,
  lasting: LastingStore,
): PendingRevocations {
  const kept = createKeptSecret('pendingRevocations', stayConnected, lasting);
  const inTurn = createTurns();
  /** One attempt after the other: a token that is being revoked must not be sent once more meanwhile. */
  const attemptInTurn = createTurns();

  async function read(): Promise<Pending> {
    const list = v.safeParse(pending, await kept.get());
    return list.success ? list.output.filter(({ since }) => now() - since < longest) : [];
  }
  const update = (change: (list: Pending) => Pending) =>
    inTurn(async () => {
      const list = change(await read());
      await kept.set(list.length > 0 ? list : null);
    });

  return {
    add: (owner, token) =>
      update((list) =>
        list.some((one) => one.token === token) ? list : [...list, { token, client: owner, since: now() }],
      ),
    has: async (token) => (await inTurn(read)).some((one) => one.token === token),
    retry: () => attemptInTurn(retry),
    relocate: () => inTurn(kept.relocate),
  };

  async function retry(): Promise<void> {
    const list = await inTurn(read).catch((): Pending => []);
    const outcomes = await Promise.allSettled(list.map((one) => revoke(one.client, one.token)));
    const revoked = new Set(
      list.filter((_, index) => outcomes[index]?.status === 'fulfilled').map(({ token }) => token),
    );
    await update((left) => left.filter(({ token }) => !revoked.has(token))).catch(() => {});
  }
}

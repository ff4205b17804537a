import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { createTurns } from '../in-turn.ts';
import type { LastingStore } from './kept-secret.ts';
import { createKeptSecret } from './kept-secret.ts';
import type { TokenPair } from './oauth.ts';

const accessKey = 'session:accessToken';
const accessSchema = v.object({ token: v.string(), expiresAt: v.number(), owner: v.string() });
const refreshSchema = v.object({ token: v.string(), owner: v.string() });

/** What is left of an authorisation. An access token alone, or a refresh token alone, is possible. */
export interface StoredTokens {
  /** `expiresAt` in milliseconds since the epoch. */
  access: { token: string; expiresAt: number } | null;
  refreshToken: string | null;
}

/** Where tokens are kept. `owner` names the client and server that they belong to: they are sent to no other. */
export interface TokenStore {
  read(owner: string): Promise<StoredTokens>;
  write(owner: string, pair: TokenPair): Promise<void>;
  /**
   * Puts a pair, or nothing, in the place of what was `seen`.
   * @returns false, changing nothing, where something else is stored by now: somebody has signed in or out meanwhile.
   */
  swap(owner: string, seen: StoredTokens, pair: TokenPair | null): Promise<boolean>;
  /** Deletes all tokens. @param last is shown what is left of this owner's before it goes. */
  clear(owner?: string, last?: (left: StoredTokens) => Promise<void>): Promise<void>;
  /** To be called when tokens may have to outlive the browser from now on, or no longer. */
  relocate(): Promise<void>;
}

/**
 * The access token lives in `storage.session` (gone with the browser), the refresh token in `lasting`, or in
 * `storage.session` as well where the person does not stay connected.
 */
export function createTokenStore(stayConnected: () => Promise<boolean>, lasting: LastingStore): TokenStore {
  const refresh = createKeptSecret('refreshToken', stayConnected, lasting);
  const inTurn = createTurns();

  async function read(owner: string): Promise<StoredTokens> {
    const [access, refreshing]: unknown[] = await Promise.all([storage.getItem(accessKey), refresh.get()]);
    return {
      access: v.is(accessSchema, access) && access.owner === owner ? access : null,
      refreshToken: v.is(refreshSchema, refreshing) && refreshing.owner === owner ? refreshing.token : null,
    };
  }

  // The refresh token first: were the worker stopped in between, the old access token would merely be refused.
  async function write(owner: string, { accessToken, refreshToken, expiresAt }: TokenPair): Promise<void> {
    await refresh.set(refreshToken === null ? null : { token: refreshToken, owner });
    await storage.setItem(accessKey, { token: accessToken, expiresAt, owner });
  }

  async function clear(): Promise<void> {
    await refresh.set(null);
    await storage.removeItem(accessKey);
  }

  return {
    read: (owner) => inTurn(() => read(owner)),
    write: (owner, pair) => inTurn(() => write(owner, pair)),
    swap: (owner, seen, pair) =>
      inTurn(async () => {
        const stored = await read(owner);
        const same = stored.refreshToken === seen.refreshToken && stored.access?.token === seen.access?.token;
        if (same && pair) await write(owner, pair);
        // Where there was nothing of this owner's, what there is belongs to another.
        else if (same && (stored.access || stored.refreshToken)) await clear();
        return same;
      }),
    clear: (owner, last) =>
      inTurn(async () => {
        if (owner !== undefined) await last?.(await read(owner));
        await clear();
      }),
    relocate: () => inTurn(refresh.relocate),
  };
}

import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { createTurns } from '../in-turn.ts';
import { keptRead } from '../kept-read.ts';
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

/** A token that nobody will use any more, and whose it was. */
export interface LeftToken {
  token: string;
  owner: string;
}

/** Shown what is left before it goes. */
type LastLook = (left: readonly LeftToken[]) => Promise<void>;

/** Where tokens are kept. `owner` names the client and server that they belong to: they are sent to no other. */
export interface TokenStore {
  read(owner: string): Promise<StoredTokens>;
  /** The access token alone, whoever's: what every request asks for, and what is remembered until it changes. */
  readAccess(): Promise<(NonNullable<StoredTokens['access']> & { owner: string }) | null>;
  /** @returns whether there are no tokens, whoever's. */
  isEmpty(): Promise<boolean>;
  /** @returns what it has taken the place of. */
  write(owner: string, pair: TokenPair): Promise<LeftToken[]>;
  /**
   * Puts a pair, or nothing, in the place of what was `seen`.
   * @param last shown what nothing takes the place of.
   * @returns false, changing nothing, where something else is stored by now: somebody has signed in or out meanwhile.
   */
  swap(owner: string, seen: StoredTokens, pair: TokenPair | null, last?: LastLook): Promise<boolean>;
  /** Deletes all tokens, whoever's they are. */
  clear(last: LastLook): Promise<void>;
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

  /** Nobody is given what is being replaced just now; another context may change it, too. */
  const changing = <T>(work: () => Promise<T>): Promise<T> => {
    readAccess.forget();
    return inTurn(work).finally(readAccess.forget);
  };
  const readAccess = keptRead(() => inTurn(readAnyAccess));
  storage.watch(accessKey, readAccess.forget);

  async function readAnyAccess() {
    const access: unknown = await storage.getItem(accessKey);
    return v.is(accessSchema, access) ? access : null;
  }

  async function readAll() {
    const [access, refreshing] = await Promise.all([readAnyAccess(), refresh.get()]);
    return { access, refreshing: v.is(refreshSchema, refreshing) ? refreshing : null };
  }

  async function read(owner: string): Promise<StoredTokens> {
    const { access, refreshing } = await readAll();
    return {
      access: access?.owner === owner ? access : null,
      refreshToken: refreshing?.owner === owner ? refreshing.token : null,
    };
  }

  // The refresh token first: were the worker stopped in between, the old access token would merely be refused.
  async function write(owner: string, { accessToken, refreshToken, expiresAt }: TokenPair): Promise<void> {
    await refresh.set(refreshToken === null ? null : { token: refreshToken, owner });
    await storage.setItem(accessKey, { token: accessToken, expiresAt, owner });
  }

  async function all(): Promise<LeftToken[]> {
    const { access, refreshing } = await readAll();
    // With a refresh token goes the access token that came with it.
    const alone = access && access.owner !== refreshing?.owner ? access : null;
    return [refreshing, alone].filter((left) => left !== null);
  }

  async function clear(last?: LastLook): Promise<void> {
    await last?.(await all());
    await refresh.set(null);
    await storage.removeItem(accessKey);
  }

  return {
    read: (owner) => inTurn(() => read(owner)),
    readAccess,
    isEmpty: async () => (await inTurn(all)).length === 0,
    write: (owner, pair) =>
      changing(async () => {
        const before = await all();
        await write(owner, pair);
        return before.filter(({ token }) => token !== pair.refreshToken && token !== pair.accessToken);
      }),
    swap: (owner, seen, pair, last) =>
      changing(async () => {
        const stored = await read(owner);
        const same = stored.refreshToken === seen.refreshToken && stored.access?.token === seen.access?.token;
        if (same && pair) await write(owner, pair);
        // Where there was nothing of this owner's, what there is belongs to another.
        else if (same && (stored.access || stored.refreshToken)) await clear(last);
        return same;
      }),
    clear: (last) => changing(() => clear(last)),
    relocate: () => inTurn(refresh.relocate),
  };
}

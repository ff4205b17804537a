import { vi } from 'vitest';
import type { Connection } from '../../../utils/calira/connection.ts';
import type { LastingStore } from '../../../utils/calira/kept-secret.ts';
import { createLastingDatabase } from '../../../utils/calira/lasting-database.ts';
import type { AuthorisationRequest, OAuthClient, TokenPair } from '../../../utils/calira/oauth.ts';
import { createPendingRevocations } from '../../../utils/calira/pending-revocations.ts';
import { createSession } from '../../../utils/calira/session.ts';
import type { SessionDependencies } from '../../../utils/calira/session-dependencies.ts';
import { ownerOf } from '../../../utils/calira/token-owner.ts';
import { createTokenStore } from '../../../utils/calira/token-store.ts';
import { createTurns } from '../../../utils/in-turn.ts';
import type { ErrorCode } from '../../../utils/messages/failure.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { StoredItem } from '../../../utils/settings/stored-item.ts';

export const start = Date.parse('2026-11-23T14:00:00Z');
export const publicClient: OAuthClient = {
  clientId: 'client-1',
  clientSecret: null,
  webUrl: 'https://calira.example/',
  apiUrl: 'https://api.calira.example/v1/',
};
export const confidentialClient: OAuthClient = { ...publicClient, clientSecret: 's3cret' };

/** A pair of tokens, named by a number, whose access token lives as long as Doorkeeper's. */
export const pair = (n: number, from = start): TokenPair => ({
  accessToken: `access-${n}`,
  refreshToken: `refresh-${n}`,
  expiresAt: from + 7_200_000,
});

export const failing = (code: ErrorCode) => async (): Promise<never> => {
  throw new CodedError(code);
};

function memoryItem<T>(initial: T): StoredItem<T> & { value: T; history: T[] } {
  const item = {
    value: initial,
    history: [] as T[],
    get: async () => item.value,
    set: async (value: T) => {
      item.value = value;
      item.history.push(value);
    },
    watch: () => () => {},
  };
  return item;
}

export function memoryStore(): LastingStore & { entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  return {
    entries,
    get: async (key) => entries.get(key),
    set: async (key, value) => void entries.set(key, value),
    del: async (key) => void entries.delete(key),
  };
}

/**
 * Everything around a session: stores that are as real as the fake browser allows, and a Calira and a clock that do
 * what a test says. `worker()` starts another worker on the same stores.
 */
export function createSessionWorld() {
  const state = { now: start, client: publicClient as OAuthClient | null, stays: true };
  const now = () => state.now;
  const stayConnected = async () => state.stays;
  const lasting = memoryStore();
  const connection = memoryItem<Connection>({ state: 'disconnected' });
  const askedOwner = memoryItem('');
  const givenUp = memoryItem(false);
  const startedBefore = memoryItem(false);
  const locks = new Map<string, ReturnType<typeof createTurns>>();
  const revoke = vi.fn(async (_client: OAuthClient, _token: string) => {});
  const protocol = {
    authorisationRequest: vi.fn(
      async (client: OAuthClient, redirectUrl: string): Promise<AuthorisationRequest> => ({
        url: `${client.webUrl}oauth/authorize`,
        state: 'state',
        codeVerifier: 'verifier',
        redirectUrl,
      }),
    ),
    exchangeCode: vi.fn<SessionDependencies['protocol']['exchangeCode']>(async () => pair(100, state.now)),
    refreshTokens: vi.fn<SessionDependencies['protocol']['refreshTokens']>(async () => pair(2, state.now)),
  };
  const openWindow = vi.fn(async (_url: string) => 'https://redirect.example/?code=1');
  const authoriseSilently = vi.fn<(url: string) => Promise<string>>(failing('expired'));
  const onAuthorised = vi.fn(async () => {});
  const onDisconnected = vi.fn(async () => {});

  function worker() {
    const database = createLastingDatabase(lasting);
    const tokens = createTokenStore(stayConnected, database);
    const revocations = createPendingRevocations(revoke, now, stayConnected, database);
    const session = createSession({
      client: async () => state.client,
      owner: async () => state.client && ownerOf(state.client),
      protocol,
      tokens,
      revocations,
      connection,
      askedOwner,
      givenUp,
      redirectUrl: () => 'https://redirect.example/',
      openWindow,
      authoriseSilently,
      exclusively(lock, work) {
        const inTurn = locks.get(lock) ?? createTurns();
        locks.set(lock, inTurn);
        return inTurn(work);
      },
      onAuthorised,
      onDisconnected,
      stayConnected,
      startedBefore,
      now,
    });
    return { session, tokens, revocations };
  }

  const first = worker();
  return {
    ...first,
    worker,
    state,
    lasting,
    connection,
    askedOwner,
    givenUp,
    startedBefore,
    protocol,
    revoke,
    openWindow,
    authoriseSilently,
    onAuthorised,
    onDisconnected,
    /** Connects as of now with the first pair. */
    async connected(client: OAuthClient = publicClient) {
      state.client = client;
      await first.tokens.write(ownerOf(client), pair(1, state.now));
      await startedBefore.set(true);
      await connection.set({ state: 'connected', since: state.now });
    },
    /** A browser that stops a worker takes its locks. */
    stopWorkers: () => locks.clear(),
    stored: () => first.tokens.read(ownerOf(state.client ?? publicClient)),
    /** Lets time pass (milliseconds). */
    pass(ms: number) {
      state.now += ms;
    },
  };
}

export type SessionWorld = ReturnType<typeof createSessionWorld>;

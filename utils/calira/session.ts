/**
 * The policy of being signed in: when to renew, when to give up, who waits for whom. It knows no HTTP and no
 * browser; the protocol, the storage, the window and the clock are handed in.
 */

import { CodedError, toFailure } from '../messages/failure.ts';
import { settle } from '../messages/result.ts';
import type { StoredItem } from '../settings/stored-item.ts';
import type { Connection } from './connection.ts';
import type { AuthorisationRequest, OAuthClient, TokenPair } from './oauth.ts';
import type { TokenStore } from './token-store.ts';

export interface SessionDependencies {
  /** @returns the client as it is configured now, or null where there is none. */
  client(): Promise<OAuthClient | null>;
  protocol: {
    authorisationRequest(client: OAuthClient, redirectUrl: string): Promise<AuthorisationRequest>;
    exchangeCode(
      client: OAuthClient,
      request: AuthorisationRequest,
      redirected: string,
      signal?: AbortSignal,
    ): Promise<TokenPair>;
    refreshTokens(client: OAuthClient, refreshToken: string): Promise<TokenPair>;
    revokeToken(client: OAuthClient, token: string): Promise<void>;
  };
  tokens: TokenStore;
  connection: StoredItem<Connection>;
  redirectUrl(): string;
  /** Opens Calira's page in a window. @returns the address that it led back to. */
  openWindow(url: string): Promise<string>;
  /** Runs `work` while nobody else on this computer holds the lock: a Web Lock, shared by restarted workers. */
  exclusively<T>(lock: string, work: () => Promise<T>): Promise<T>;
  /** Reads the labs that were just authorised, before the state becomes `connected`. */
  onAuthorised(): Promise<void>;
  /** Deletes everything that came through the authorisation. */
  onDisconnected(): Promise<void>;
  now(): number;
}

export interface Session {
  /**
   * @param rejected an access token that Calira has just refused: a newer one is wanted.
   * @returns an access token that is good for another minute at least.
   * @throws {CodedError} `notConfigured`, `disconnected`, `expired`, or what kept a renewal from happening.
   */
  accessToken(rejected?: string): Promise<string>;
  /** Calira refused a token that had just been renewed: nothing but a new authorisation helps. */
  refused(): Promise<void>;
  /** Asks the person to authorise. A second call while a window is open joins the first. */
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  /** To be called when the client or Calira's address may have changed: tokens of another one are forgotten. */
  reconfigured(): Promise<void>;
  /** To be called when a worker starts: a sign-in that its predecessor took along is over. */
  recover(): Promise<void>;
}

/** A token is renewed this long before it ends (milliseconds), so that no request meets its last second. */
const skew = 60_000;

/** Tokens belong to one client at one server, and are never sent to another. */
const ownerOf = ({ clientId, webUrl }: OAuthClient) => `${clientId} ${webUrl}`;

const nothing = { access: null, refreshToken: null };

export function createSession(dependencies: SessionDependencies): Session {
  const { protocol, tokens, connection, now } = dependencies;
  let renewal: Promise<string> | null = null;
  let signIn: Promise<void> | null = null;

  const usable = (access: { token: string; expiresAt: number } | null, rejected: string | undefined) =>
    access && access.token !== rejected && access.expiresAt - skew > now() ? access.token : null;

  async function configuredClient(): Promise<OAuthClient> {
    const client = await dependencies.client();
    if (!client) throw new CodedError('notConfigured');
    return client;
  }

  async function renew(rejected: string | undefined): Promise<string> {
    const client = await configuredClient();
    return dependencies.exclusively(`calira-token ${client.webUrl}`, async () => {
      // Another worker may have renewed while this one waited for the lock: its pair is adopted.
      const { access, refreshToken } = await tokens.read(ownerOf(client));
      const adopted = usable(access, rejected);
      if (adopted) return adopted;
      if (!refreshToken)
        throw new CodedError((await connection.get()).state === 'expired' ? 'expired' : 'disconnected');
      try {
        const pair = await protocol.refreshTokens(client, refreshToken);
        // Stored before anybody uses it: with strict rotation the old one is dead already.
        await tokens.write(ownerOf(client), pair);
        return pair.accessToken;
      } catch (thrown) {
        if (toFailure(thrown).code === 'expired') await expire();
        throw thrown;
      }
    });
  }

  async function forget(client: OAuthClient | null): Promise<void> {
    await tokens.clear();
    await dependencies.onDisconnected();
    await connection.set(client ? { state: 'disconnected' } : { state: 'notConfigured' });
  }

  async function expire(): Promise<void> {
    await tokens.clear();
    await connection.set({ state: 'expired', since: now() });
  }

  async function authorise(): Promise<void> {
    const before = await connection.get();
    const from = before.state === 'connected' || before.state === 'expired' ? before.state : 'disconnected';
    const client = await configuredClient();
    await connection.set({ state: 'connecting', since: now(), from });
    try {
      const request = await protocol.authorisationRequest(client, dependencies.redirectUrl());
      const redirected = await dependencies.openWindow(request.url);
      await tokens.write(ownerOf(client), await protocol.exchangeCode(client, request, redirected));
      // The tokens are good whatever comes next: labs that could not be read yet are read again later.
      const labs = await settle(dependencies.onAuthorised);
      await connection.set({
        state: 'connected',
        since: now(),
        ...(labs.ok ? {} : { failure: labs.error }),
      });
    } catch (thrown) {
      const failure = toFailure(thrown);
      const known = failure.code === 'cancelled' ? {} : { failure };
      await connection.set(
        from === 'disconnected' ? { state: from, ...known } : { state: from, since: now(), ...known },
      );
      throw thrown;
    }
  }

  return {
    async accessToken(rejected) {
      const { access } = await tokens.read(ownerOf(await configuredClient()));
      const current = usable(access, rejected);
      if (current) return current;
      renewal ??= renew(rejected).finally(() => {
        renewal = null;
      });
      return renewal;
    },

    refused: expire,

    connect() {
      signIn ??= authorise().finally(() => {
        signIn = null;
      });
      return signIn;
    },

    async disconnect() {
      const client = await dependencies.client();
      const { access, refreshToken } = client ? await tokens.read(ownerOf(client)) : nothing;
      await forget(client);
      const token = refreshToken ?? access?.token;
      if (client && token) await protocol.revokeToken(client, token);
    },

    async reconfigured() {
      const client = await dependencies.client();
      const { access, refreshToken } = client ? await tokens.read(ownerOf(client)) : nothing;
      if (!access && !refreshToken && !signIn) await forget(client);
    },

    async recover() {
      if (!(await dependencies.client())) return connection.set({ state: 'notConfigured' });
      const state = await connection.get();
      if (state.state === 'notConfigured') return connection.set({ state: 'disconnected' });
      if (state.state !== 'connecting' || signIn) return;
      const failure = { code: 'interrupted' } as const;
      const { from } = state;
      await connection.set(
        from === 'disconnected' ? { state: from, failure } : { state: from, since: now(), failure },
      );
    },
  };
}

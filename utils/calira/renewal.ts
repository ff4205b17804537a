import { CodedError, toFailure } from '../messages/failure.ts';
import { authorisationEnded } from './connection.ts';
import type { ConnectionChanges } from './connection-changes.ts';
import type { OAuthClient, TokenPair } from './oauth.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { ownerOf } from './token-owner.ts';
import type { LeftToken, StoredTokens } from './token-store.ts';

/** A token is renewed this long before it ends (milliseconds), so that no request meets its last second. */
const skew = 60_000;

/**
 * Access tokens, and their renewal: single-flight, because refresh tokens rotate and a second use of one may end the
 * authorisation. Within a worker callers share one promise; between workers there is a lock.
 *
 * @param session `authoriseSilently`: one attempt at a new authorisation without the person; null where they are
 *   wanted. `giveUp`: has Calira told of tokens that go.
 */
export function createRenewal(
  dependencies: SessionDependencies,
  connection: ConnectionChanges,
  session: {
    authoriseSilently(client: OAuthClient): Promise<TokenPair | null>;
    giveUp(left: readonly LeftToken[]): Promise<void>;
  },
) {
  const { protocol, tokens, revocations, now } = dependencies;
  /** By owner: nobody is given the token of another client. */
  const running = new Map<string, Promise<string>>();

  /** What every request asks for: it must not have to wait for the client's secret. */
  async function storedAccess(): Promise<StoredTokens['access']> {
    const [owner, access] = await Promise.all([dependencies.owner(), tokens.readAccess()]);
    return owner !== null && access?.owner === owner ? access : null;
  }

  const usable = ({ access }: Pick<StoredTokens, 'access'>, rejected: string | undefined) =>
    access && access.token !== rejected && access.expiresAt - skew > now() ? access.token : null;

  async function configuredClient(): Promise<OAuthClient> {
    const client = await dependencies.client();
    if (!client) throw new CodedError('notConfigured');
    return client;
  }

  function renew(client: OAuthClient, rejected: string | undefined): Promise<string> {
    const owner = ownerOf(client);
    return dependencies.exclusively(`calira-token ${owner}`, async () => {
      // Another worker may have renewed while this one waited for the lock: its pair is adopted.
      const seen = await tokens.read(owner);
      const adopted = usable(seen, rejected);
      if (adopted) return adopted;
      const pair = await successor(client, seen);
      // Stored before anybody uses it: with strict rotation the old one is dead already.
      if (await tokens.swap(owner, seen, pair)) return pair ? pair.accessToken : personWanted();
      // Somebody signed in or out in the meantime: this pair is nobody's, and Calira is told so.
      if (pair) await revocations.add(client, pair.refreshToken ?? pair.accessToken);
      void revocations.retry();
      return usable(await tokens.read(owner), rejected) ?? personWanted();
    });
  }

  /**
   * @returns the pair that follows on what is stored, or null where Calira wants the person.
   * @throws {CodedError} what kept a renewal from happening, and says nothing about the authorisation.
   */
  async function successor(client: OAuthClient, { access, refreshToken }: StoredTokens) {
    if (!access && !refreshToken) return null;
    try {
      if (refreshToken) return await protocol.refreshTokens(client, refreshToken);
    } catch (thrown) {
      // Only Calira's own invalid_grant ends an authorisation; a lost network or a 5xx keeps the tokens.
      if (toFailure(thrown).code !== 'expired') throw thrown;
    }
    return session.authoriseSilently(client);
  }

  async function personWanted(): Promise<never> {
    const after = await connection.change((before) => authorisationEnded(before, now()));
    const state = after.state === 'connecting' ? after.from : after.state;
    throw new CodedError(state === 'disconnected' || state === 'notConfigured' ? state : 'expired');
  }

  return {
    async accessToken(rejected?: string): Promise<string> {
      const current = usable({ access: await storedAccess() }, rejected);
      if (current) return current;
      const client = await configuredClient();
      const owner = ownerOf(client);
      const joined = running.get(owner) ?? renew(client, rejected).finally(() => running.delete(owner));
      running.set(owner, joined);
      return joined;
    },

    /** Calira refused a token that had just been renewed: nothing but a new authorisation helps. */
    async refused(token: string): Promise<void> {
      const owner = ownerOf(await configuredClient());
      const seen = await tokens.read(owner);
      if (seen.access?.token !== token || !(await tokens.swap(owner, seen, null, session.giveUp))) return;
      void revocations.retry();
      await connection.change((before) => authorisationEnded(before, now()));
    },
  };
}

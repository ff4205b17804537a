import { CodedError, toFailure } from '../messages/failure.ts';
import type { OAuthClient } from './oauth.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { ownerOf } from './session-dependencies.ts';
import type { StoredTokens } from './token-store.ts';

/** A token is renewed this long before it ends (milliseconds), so that no request meets its last second. */
const skew = 60_000;

/**
 * Access tokens, and their renewal: single-flight, because refresh tokens rotate and a second use of one may end the
 * authorisation. Within a worker callers share one promise; between workers there is a lock.
 *
 * @param signingIn the sign-in under way, if there is one: Firefox ends both when a second flow begins.
 */
export function createRenewal(dependencies: SessionDependencies, signingIn: () => Promise<void> | null) {
  const { protocol, tokens, connection, askedOwner, now } = dependencies;
  let running: Promise<string> | null = null;

  const usable = ({ access }: StoredTokens, rejected: string | undefined) =>
    access && access.token !== rejected && access.expiresAt - skew > now() ? access.token : null;

  async function configuredClient(): Promise<OAuthClient> {
    const client = await dependencies.client();
    if (!client) throw new CodedError('notConfigured');
    return client;
  }

  async function expire(): Promise<void> {
    await tokens.clear();
    await connection.set({ state: 'expired', since: now() });
  }

  async function renew(client: OAuthClient, rejected: string | undefined): Promise<string> {
    const owner = ownerOf(client);
    return dependencies.exclusively(`calira-token ${owner}`, async () => {
      // Another worker may have renewed while this one waited for the lock: its pair is adopted.
      const stored = await tokens.read(owner);
      const adopted = usable(stored, rejected);
      if (adopted) return adopted;
      if (!stored.refreshToken) return giveUp();
      try {
        const pair = await protocol.refreshTokens(client, stored.refreshToken);
        // Stored before anybody uses it: with strict rotation the old one is dead already.
        await tokens.write(owner, pair);
        return pair.accessToken;
      } catch (thrown) {
        // Only Calira's own invalid_grant ends an authorisation; a lost network or a 5xx keeps the tokens.
        if (toFailure(thrown).code !== 'expired') throw thrown;
        return (await authoriseSilently(client)) ?? giveUp();
      }
    });
  }

  /** One silent attempt at a new authorisation. @returns its access token, or null where the person is wanted. */
  async function authoriseSilently(client: OAuthClient): Promise<string | null> {
    const owner = ownerOf(client);
    if (signingIn() || (await askedOwner.get()) === owner) return null;
    try {
      const request = await protocol.authorisationRequest(client, dependencies.redirectUrl());
      const redirected = await dependencies.authoriseSilently(request.url);
      const pair = await protocol.exchangeCode(client, request, redirected);
      await tokens.write(owner, pair);
      return pair.accessToken;
    } catch (thrown) {
      // A public client is asked for consent every time; with a secret it may just have been the sign-in page.
      if (toFailure(thrown).code === 'expired' && client.clientSecret === null) await askedOwner.set(owner);
      return null;
    }
  }

  async function giveUp(): Promise<never> {
    const { state } = await connection.get();
    if (state === 'disconnected') throw new CodedError('disconnected');
    if (state !== 'expired' && state !== 'connecting') await expire();
    throw new CodedError('expired');
  }

  return {
    expire,
    async accessToken(rejected?: string): Promise<string> {
      const client = await configuredClient();
      const current = usable(await tokens.read(ownerOf(client)), rejected);
      if (current) return current;
      running ??= renew(client, rejected).finally(() => {
        running = null;
      });
      return running;
    },
    /** Resolves when no renewal, and so no silent attempt, is under way. */
    async settled(): Promise<void> {
      await running?.catch(() => {});
    },
  };
}

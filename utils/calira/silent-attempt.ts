import { toFailure } from '../messages/failure.ts';
import type { OAuthClient, TokenPair } from './oauth.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { ownerOf } from './token-owner.ts';

/**
 * New authorisations without the person: where Calira skips its page for a browser that is signed in, nobody notices
 * that the old one had expired.
 *
 * @param signingIn whether the person is signing in: a browser can have one flow at a time.
 */
export function createSilentAttempt(dependencies: SessionDependencies, signingIn: () => boolean) {
  const { protocol, askedOwner } = dependencies;
  let flow: Promise<string> | null = null;

  /** @returns the address that Calira led back to, or null where it showed a page, or nothing. */
  async function askCalira(client: OAuthClient, url: string): Promise<string | null> {
    if (signingIn()) return null;
    flow = dependencies.authoriseSilently(url).finally(() => {
      flow = null;
    });
    try {
      return await flow;
    } catch (thrown) {
      // A public client is asked for consent every time; with a secret it may just have been the sign-in page.
      if (toFailure(thrown).code === 'expired' && client.clientSecret === null)
        await askedOwner.set(ownerOf(client));
      return null;
    }
  }

  return {
    /** @returns tokens of a new authorisation, or null where the person is wanted. */
    async attempt(client: OAuthClient): Promise<TokenPair | null> {
      if ((await askedOwner.get()) === ownerOf(client)) return null;
      const request = await protocol.authorisationRequest(client, dependencies.redirectUrl());
      const redirected = await askCalira(client, request.url);
      if (redirected === null) return null;
      return protocol.exchangeCode(client, request, redirected).catch(() => null);
    },
    /** Resolves when no silent attempt is under way. */
    async settled(): Promise<void> {
      await flow?.catch(() => {});
    },
  };
}

import type { Failure } from '../messages/failure.ts';
import { CodedError, toFailure } from '../messages/failure.ts';
import { settle } from '../messages/result.ts';
import { signInBegun, signInFailed, signInRedeemed } from './connection.ts';
import type { ConnectionChanges } from './connection-changes.ts';
import type { OAuthClient } from './oauth.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { ownerOf } from './token-owner.ts';
import type { LeftToken } from './token-store.ts';

/** A code that Calira refuses is an `invalid_grant` too, but nothing that the person had has expired. */
function ownWords(failure: Failure): Failure {
  return failure.code === 'expired' ? { ...failure, code: 'unexpectedAnswer' } : failure;
}

/**
 * Interactive sign-in: one at a time, owned by the background, so that the popup may close when the window opens.
 *
 * @param silence resolves when no silent attempt is under way: a browser can have one flow at a time.
 * @param giveUp has Calira told of tokens that go.
 */
export function createSignIn(
  dependencies: SessionDependencies,
  connection: ConnectionChanges,
  silence: () => Promise<void>,
  giveUp: (left: readonly LeftToken[]) => Promise<void>,
) {
  const { protocol, tokens, revocations, now } = dependencies;
  let running: Promise<void> | null = null;

  const begin = () => connection.change((before) => signInBegun(before, now()));

  async function authorise(): Promise<void> {
    const client = await dependencies.client();
    if (!client) throw new CodedError('notConfigured');
    await begin();
    try {
      await obtainTokens(client);
    } catch (thrown) {
      const failure = ownWords(toFailure(thrown));
      await connection.change((before) => signInFailed(before, failure));
      throw new CodedError(failure.code, failure, { cause: thrown });
    }
    await complete();
  }

  async function obtainTokens(client: OAuthClient): Promise<void> {
    await silence();
    const request = await protocol.authorisationRequest(client, dependencies.redirectUrl());
    const redirected = await dependencies.openWindow(request.url);
    const pair = await protocol.exchangeCode(client, request, redirected);
    const { state } = await connection.change(signInRedeemed);
    if (state === 'connecting') {
      // Those from before, which only the new ones make superfluous: somebody authorised more labs, say.
      if (await dependencies.givenUp.get()) await dependencies.givenUp.set(false);
      await giveUp(await tokens.write(ownerOf(client), pair));
      void revocations.retry();
      return;
    }
    // The person has disconnected meanwhile: nobody wants these any more.
    await revocations.add(client, pair.refreshToken ?? pair.accessToken);
    void revocations.retry();
    throw new CodedError('cancelled');
  }

  /** What follows once there are tokens. They are good whatever comes: labs that could not be read are read later. */
  async function complete(): Promise<void> {
    await settle(dependencies.onAuthorised);
    await connection.change(() => ({ state: 'connected', since: now() }));
  }

  return {
    /** @throws {CodedError} how the sign-in ended, if not well; the state of the connection tells it too. */
    start(): Promise<void> {
      // Somebody may have disconnected while the window was open, and want it after all.
      if (running) void begin();
      running ??= authorise().finally(() => {
        running = null;
      });
      return running;
    },
    underWay: () => running,
    complete,
  };
}

import type { Failure } from '../messages/failure.ts';
import { CodedError, toFailure } from '../messages/failure.ts';
import { settle } from '../messages/result.ts';
import type { Connection } from './connection.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { ownerOf } from './session-dependencies.ts';

/** Where a sign-in started from, and where it returns to when it fails. */
type Origin = Extract<Connection, { state: 'connecting' }>['from'];

/** Interactive sign-in: one at a time, owned by the background, so that the popup may close when the window opens. */
export function createSignIn(dependencies: SessionDependencies) {
  const { protocol, tokens, connection, now } = dependencies;
  let running: Promise<void> | null = null;

  function end(from: Origin, failure?: Failure): Promise<void> {
    const told = failure && failure.code !== 'cancelled' ? { failure } : {};
    return connection.set(
      from === 'disconnected' ? { state: from, ...told } : { state: from, since: now(), ...told },
    );
  }

  async function authorise(): Promise<void> {
    const { state } = await connection.get();
    const from = state === 'connected' || state === 'expired' ? state : 'disconnected';
    const client = await dependencies.client();
    if (!client) throw new CodedError('notConfigured');
    await connection.set({ state: 'connecting', since: now(), from });
    try {
      const request = await protocol.authorisationRequest(client, dependencies.redirectUrl());
      const redirected = await dependencies.openWindow(request.url);
      await tokens.write(ownerOf(client), await protocol.exchangeCode(client, request, redirected));
    } catch (thrown) {
      await end(from, toFailure(thrown));
      throw thrown;
    }
    // The tokens are good whatever comes next: labs that could not be read yet are read again later.
    const labs = await settle(dependencies.onAuthorised);
    await connection.set({ state: 'connected', since: now(), ...(labs.ok ? {} : { failure: labs.error }) });
  }

  return {
    /** @throws {CodedError} how the sign-in ended, if not well; the state of the connection tells it too. */
    start(): Promise<void> {
      running ??= authorise().finally(() => {
        running = null;
      });
      return running;
    },
    underWay: () => running,
    /** Ends a sign-in that a stopped worker left behind. */
    interrupted: (from: Origin) => end(from, { code: 'interrupted' }),
  };
}

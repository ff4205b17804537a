import { authorisationEnded, signInFailed } from './connection.ts';
import type { ConnectionChanges } from './connection-changes.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { ownerOf } from './token-owner.ts';

/** What recovery needs of the session that it belongs to. */
interface Recoverable {
  connection: ConnectionChanges;
  signIn: { underWay(): Promise<void> | null; complete(): Promise<void> };
  /** Deletes the authorisation and everything that came through it. */
  forget(): Promise<void>;
  /** Moves secrets to where they belong. */
  relocate(): Promise<void>;
}

/**
 * Mends what a worker left that was stopped at any moment. Nothing happens during a sign-in of this worker's own, and
 * callers at the same time share one run.
 */
export function createRecovery(dependencies: SessionDependencies, session: Recoverable): () => Promise<void> {
  const { tokens, revocations } = dependencies;
  const { connection, signIn, forget } = session;
  let running: Promise<void> | null = null;

  async function mend(): Promise<void> {
    await session.relocate();
    if (await dependencies.startedBefore.get()) return mendConnection();
    // A shared computer: whoever sits down at the browser next begins afresh.
    if (await dependencies.stayConnected()) await mendConnection();
    else await forget();
    await dependencies.startedBefore.set(true);
  }

  async function mendConnection(): Promise<void> {
    const client = await dependencies.client();
    const { access, refreshToken } = client
      ? await tokens.read(ownerOf(client))
      : { access: null, refreshToken: null };
    const hasTokens = access !== null || refreshToken !== null;
    // An institution's policy may have changed while the browser was closed.
    if (!hasTokens && !(await tokens.isEmpty())) return forget();
    if (!client) return become('notConfigured');
    // A disconnect that did not come to its end, or that a database has refused which the browser opens again now.
    if (hasTokens && (await dependencies.givenUp.get())) return forget();
    if (refreshToken !== null && (await revocations.has(refreshToken))) return forget();

    const before = await connection.get();
    if (before.state === 'notConfigured') return become('disconnected');
    if (before.state === 'connecting') {
      // Only the last steps were missing.
      if (hasTokens && before.redeemed) return signIn.complete();
      await connection.change((left) => signInFailed(left, { code: 'interrupted' }));
    }
    if (!hasTokens) await connection.change((left) => authorisationEnded(left, dependencies.now()));
    // The state could not be read or not be written; what is stored beside it is an authorisation all the same.
    else if (before.state === 'disconnected' || before.state === 'expired')
      await connection.change(() => ({ state: 'connected', since: dependencies.now() }));
  }

  async function become(state: 'notConfigured' | 'disconnected'): Promise<void> {
    await connection.change((before) => (before.state === state ? before : { state }));
  }

  return () => {
    if (signIn.underWay()) return Promise.resolve();
    running ??= mend().finally(() => {
      running = null;
    });
    return running;
  };
}

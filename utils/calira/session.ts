/**
 * The policy of being signed in: when to renew, when to give up, who waits for whom. It knows no HTTP and no
 * browser; the protocol, the storage, the windows and the clock are handed in.
 */
import { failureSeen } from './connection.ts';
import { createConnectionChanges } from './connection-changes.ts';
import { createRecovery } from './recovery.ts';
import { createRenewal } from './renewal.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { createSignIn } from './sign-in.ts';
import { createSilentAttempt } from './silent-attempt.ts';
import { clientOf, ownerOf } from './token-owner.ts';
import type { LeftToken } from './token-store.ts';

export interface Session {
  /**
   * @param rejected an access token that Calira has just refused: a newer one is wanted.
   * @returns an access token that is good for another minute at least.
   * @throws {CodedError} `notConfigured`, `disconnected`, `expired`, or what kept a renewal from happening.
   */
  accessToken(rejected?: string): Promise<string>;
  /** Calira refused a token that had just been renewed: nothing but a new authorisation helps. */
  refused(token: string): Promise<void>;
  /** Asks the person to authorise. A second call while a window is open joins the first. */
  connect(): Promise<void>;
  /** Gives the authorisation up, here and at Calira; where Calira cannot be reached it is told later. */
  disconnect(): Promise<void>;
  /** The person has read how the latest sign-in ended. */
  failureSeen(): Promise<void>;
  /** To be called when the client or Calira's address has changed: tokens of another one are given up. */
  reconfigured(): Promise<void>;
  /** To be called when tokens may have to outlive the browser from now on, or no longer. */
  stayConnectedChanged(): Promise<void>;
  /** To be called when a worker starts, and where a state left behind may stand: mends what a stopped worker left. */
  recover(): Promise<void>;
}

export function createSession(dependencies: SessionDependencies): Session {
  const { tokens, revocations } = dependencies;
  const connection = createConnectionChanges(dependencies.connection);
  const silent = createSilentAttempt(dependencies, () => signIn.underWay() !== null);
  const signIn = createSignIn(dependencies, connection, silent.settled, giveUp);
  const renewal = createRenewal(dependencies, connection, { authoriseSilently: silent.attempt, giveUp });

  /** Kept before they are forgotten: whatever happens next, Calira will be told. */
  async function giveUp(left: readonly LeftToken[]): Promise<void> {
    const client = await dependencies.client();
    for (const { owner, token } of left) {
      const theirs = clientOf(owner, client?.clientSecret ?? null);
      if (theirs) await revocations.add(theirs, token);
    }
  }

  async function forget(): Promise<void> {
    // A full disk must not keep anybody from disconnecting.
    await dependencies.givenUp.set(true).catch(() => {});
    await tokens.clear(giveUp);
    await dependencies.onDisconnected();
    const client = await dependencies.client();
    await connection.change(() => ({ state: client ? 'disconnected' : 'notConfigured' }));
  }

  async function relocate(): Promise<void> {
    await Promise.all([tokens.relocate(), revocations.relocate()]);
  }

  const recover = createRecovery(dependencies, { connection, signIn, forget, relocate });

  return {
    accessToken: renewal.accessToken,
    refused: renewal.refused,
    stayConnectedChanged: relocate,
    recover,

    async connect() {
      // What a stopped worker left is mended first: it must not be taken for the sign-in that begins here.
      await recover();
      return signIn.start();
    },

    async disconnect() {
      await forget();
      await revocations.retry();
    },

    async failureSeen() {
      await connection.change(failureSeen);
    },

    async reconfigured() {
      await signIn.underWay()?.catch(() => {});
      const client = await dependencies.client();
      const left = client && (await tokens.read(ownerOf(client)));
      if (left?.access || left?.refreshToken) return;
      await forget();
      await revocations.retry();
    },
  };
}

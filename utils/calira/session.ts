/**
 * The policy of being signed in: when to renew, when to give up, who waits for whom. It knows no HTTP and no
 * browser; the protocol, the storage, the windows and the clock are handed in.
 */
import { CodedError } from '../messages/failure.ts';
import { createRenewal } from './renewal.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { ownerOf } from './session-dependencies.ts';
import { createSignIn } from './sign-in.ts';

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
  /** Gives the authorisation up, here and at Calira; where Calira cannot be reached it is told later. */
  disconnect(): Promise<void>;
  /** To be called when the client or Calira's address may have changed: tokens of another one are forgotten. */
  reconfigured(): Promise<void>;
  /** To be called when a worker starts: a sign-in that its predecessor took along is over. */
  recover(): Promise<void>;
}

export function createSession(dependencies: SessionDependencies): Session {
  const { connection, tokens } = dependencies;
  const signIn = createSignIn(dependencies);
  const renewal = createRenewal(dependencies, () => signIn.underWay());

  async function hasTokens(): Promise<boolean> {
    const client = await dependencies.client();
    if (!client) return false;
    const { access, refreshToken } = await tokens.read(ownerOf(client));
    return access !== null || refreshToken !== null;
  }

  async function forget(): Promise<void> {
    await tokens.clear();
    await dependencies.onDisconnected();
    await connection.set(
      (await dependencies.client()) ? { state: 'disconnected' } : { state: 'notConfigured' },
    );
  }

  return {
    accessToken: renewal.accessToken,
    refused: renewal.expire,
    connect: async () => {
      if (!(await dependencies.client())) throw new CodedError('notConfigured');
      await renewal.settled();
      return signIn.start();
    },

    async disconnect() {
      const client = await dependencies.client();
      const left = client && (await tokens.read(ownerOf(client)));
      const token = left && (left.refreshToken ?? left.access?.token);
      // Kept before it is forgotten: whatever happens next, Calira will be told.
      if (client && token) await dependencies.revocations.add(client, token);
      await forget();
      await dependencies.revocations.retry();
    },

    async reconfigured() {
      if (!signIn.underWay() && !(await hasTokens())) await forget();
    },

    async recover() {
      if (signIn.underWay()) return;
      const before = await connection.get();
      if (!(await dependencies.client())) return connection.set({ state: 'notConfigured' });
      if (before.state === 'connecting') return signIn.interrupted(before.from);
      if (before.state === 'notConfigured') return connection.set({ state: 'disconnected' });
      // On a shared computer the tokens went with the browser; what came through them goes too.
      if (before.state === 'connected' && !(await hasTokens())) return forget();
    },
  };
}

import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Patience } from '../../../utils/calira/client.ts';
import { createCaliraClient } from '../../../utils/calira/client.ts';
import { givenUp, storedConnection } from '../../../utils/calira/connection-item.ts';
import type { LastingStore } from '../../../utils/calira/kept-secret.ts';
import type { OAuthClient } from '../../../utils/calira/oauth.ts';
import * as oauth from '../../../utils/calira/oauth.ts';
import { createPendingRevocations } from '../../../utils/calira/pending-revocations.ts';
import { createSession } from '../../../utils/calira/session.ts';
import { ownerOf } from '../../../utils/calira/token-owner.ts';
import { createTokenStore } from '../../../utils/calira/token-store.ts';
import { createTurns } from '../../../utils/in-turn.ts';
import { startedBefore } from '../../../utils/settings/browser-session.ts';
import type { StoredItem } from '../../../utils/settings/stored-item.ts';
import { connect, pressAuthorise } from '../../sandbox/connect.ts';
import { EXTENSION_REDIRECT_URIS } from '../../sandbox/redirect-uris.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { CYTOMETRY, eager, IMAGING } from '../support/calira-over-http.ts';

const labs = [IMAGING, CYTOMETRY];

/** Of a limit in milliseconds: how long a token request may take here. */
const tokenLimit = (patience: Patience) =>
  AbortSignal.timeout(typeof patience.totalTimeout === 'number' ? patience.totalTimeout : 20_000);

/**
 * The extension's own session and client over HTTP, as the background wires them, connected to the sandbox. Only the
 * browser around them is made up; `patient` brings other time limits to the same session.
 */
export async function backgroundOverHttp(sandbox: Sandbox) {
  fakeBrowser.reset();
  let patience: Patience = eager;
  const client: OAuthClient = {
    clientId: sandbox.clients.public.id,
    clientSecret: null,
    webUrl: sandbox.caliraWebUrl,
    apiUrl: sandbox.caliraApiUrl,
  };
  const entries = new Map<string, unknown>();
  const lasting: LastingStore = {
    get: async (key) => entries.get(key),
    set: async (key, value) => void entries.set(key, value),
    del: async (key) => void entries.delete(key),
  };
  const stays = async () => true;
  const asked: StoredItem<string> = { get: async () => '', set: async () => {}, watch: () => () => {} };
  const revocations = createPendingRevocations(
    (left, token) => oauth.revokeToken(left, token, tokenLimit(patience)),
    Date.now,
    stays,
    lasting,
  );
  const tokens = createTokenStore(stays, lasting);
  const inTurn = createTurns();
  const session = createSession({
    protocol: {
      authorisationRequest: oauth.authorisationRequest,
      exchangeCode: (one, request, redirected) =>
        oauth.exchangeCode(one, request, redirected, tokenLimit(patience)),
      refreshTokens: (one, token) => oauth.refreshTokens(one, token, tokenLimit(patience)),
    },
    client: async () => client,
    owner: async () => ownerOf(client),
    tokens,
    revocations,
    connection: storedConnection,
    askedOwner: asked,
    givenUp,
    redirectUrl: () => EXTENSION_REDIRECT_URIS[0] ?? '',
    openWindow: async (url) => (await pressAuthorise(sandbox, new URL(url).searchParams, labs)).href,
    authoriseSilently: async () => {
      throw new Error('Calira shows its page');
    },
    exclusively: (_lock, work) => inTurn(work),
    onAuthorised: async () => {},
    onDisconnected: async () => {},
    stayConnected: stays,
    startedBefore,
    now: Date.now,
  });
  const given = await connect(sandbox, { labs });
  await tokens.write(ownerOf(client), {
    accessToken: given.access_token,
    refreshToken: given.refresh_token,
    expiresAt: Date.now() + 7_200_000,
  });
  await startedBefore.set(true);
  await storedConnection.set({ state: 'connected', since: 0 });
  sandbox.control.clearRequests();
  return {
    session,
    revocations,
    /** A client of Calira's API with the time limits of this moment. */
    calira: () =>
      createCaliraClient(
        {
          apiUrl: async () => client.apiUrl,
          accessToken: session.accessToken,
          refused: session.refused,
        },
        patience,
      ),
    stored: () => tokens.read(ownerOf(client)),
    connection: storedConnection.get,
    patient(next: Patience) {
      patience = next;
    },
  };
}

export type BackgroundOverHttp = Awaited<ReturnType<typeof backgroundOverHttp>>;

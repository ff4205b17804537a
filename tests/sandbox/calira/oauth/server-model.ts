import type OAuth2Server from '@node-oauth/oauth2-server';
import type { CaliraState } from '../state.ts';
import type { Client } from './clients.ts';
import type { Authorisation, TokenPair } from './grant-store.ts';

/** What travels through the library as its opaque "user". */
export interface Grantee {
  authorisation: Authorisation;
  /** The pair that is being refreshed. */
  replaces: TokenPair | null;
}

type Model = OAuth2Server.AuthorizationCodeModel & OAuth2Server.RefreshTokenModel;
/** An authorisation code that waits to be exchanged. */
export type SavedCode = OAuth2Server.AuthorizationCode & { savedAt: number };

const CODE_LIFETIME_MS = 10 * 60_000;

/** The secret is checked as Doorkeeper does: a confidential client needs it, a public one must not send a wrong one. */
export const authenticateClient = (
  clients: readonly Client[],
  id: string | undefined,
  secret: string | undefined,
): Client | undefined => {
  const client = clients.find((one) => one.id === id);
  if (!client) return undefined;
  if (!secret) return client.confidential ? undefined : client;
  return client.secret === secret ? client : undefined;
};

/** The library's view of the state: grants, PKCE and codes are its own business, time and tokens are ours. */
export const createModel = (state: CaliraState): Model => {
  const { codes } = state;
  const now = () => state.now().getTime();

  return {
    async getClient(id, secret) {
      return authenticateClient(state.clients, id, secret);
    },
    async saveAuthorizationCode(code, client, user) {
      const saved: SavedCode = { ...code, client, user, savedAt: now() };
      codes.set(saved.authorizationCode, saved);
      return saved;
    },
    async getAuthorizationCode(value) {
      const code = codes.get(value);
      return code && now() < code.savedAt + CODE_LIFETIME_MS ? code : undefined;
    },
    async revokeAuthorizationCode(code) {
      return codes.delete(code.authorizationCode);
    },
    async getRefreshToken(value) {
      const pair = state.grants.refreshable(value);
      const client = state.clients.find((one) => one.id === pair?.clientId);
      if (!pair || !client) return undefined;
      const grantee: Grantee = {
        authorisation: pair.authorisation,
        replaces: pair,
      };
      return {
        refreshToken: value,
        scope: [...pair.scopes],
        client,
        user: { grantee },
      };
    },
    async revokeToken(token) {
      return state.grants.spend(token.refreshToken);
    },
    async saveToken(token, client, user) {
      const grantee: Grantee = user.grantee;
      const { accessToken, refreshToken = '', scope = [] } = token;
      const pair = {
        ...grantee,
        accessToken,
        refreshToken,
        clientId: client.id,
        scopes: scope,
      };
      state.grants.issue(pair, state.manners.accessTokenLifetime);
      return { ...token, client, user };
    },
    async getAccessToken() {
      // The API checks its tokens itself (see ../api/bearer.ts), to say why one is refused in Doorkeeper's words.
      return undefined;
    },
  };
};

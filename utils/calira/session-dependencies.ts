import type { StoredItem } from '../settings/stored-item.ts';
import type { Connection } from './connection.ts';
import type { AuthorisationRequest, OAuthClient, TokenPair } from './oauth.ts';
import type { PendingRevocations } from './pending-revocations.ts';
import type { TokenStore } from './token-store.ts';

/** Everything that the session's policy needs of the world. */
export interface SessionDependencies {
  /** @returns the client as it is configured now, or null where there is none. */
  client(): Promise<OAuthClient | null>;
  /** @returns the owner of the tokens that are sent now, or null where there is no client; quicker than `client`. */
  owner(): Promise<string | null>;
  protocol: {
    authorisationRequest(client: OAuthClient, redirectUrl: string): Promise<AuthorisationRequest>;
    exchangeCode(client: OAuthClient, request: AuthorisationRequest, redirected: string): Promise<TokenPair>;
    refreshTokens(client: OAuthClient, refreshToken: string): Promise<TokenPair>;
  };
  tokens: TokenStore;
  revocations: PendingRevocations;
  connection: StoredItem<Connection>;
  /** The owner of tokens for whom Calira asked the person: no silent attempt is made for it again. */
  askedOwner: StoredItem<string>;
  /** Whether everything that is stored has been given up: what could not be deleted then does not come back. */
  givenUp: StoredItem<boolean>;
  redirectUrl(): string;
  /** Opens Calira's page for the person. @returns the address that it led back to. */
  openWindow(url: string): Promise<string>;
  /** Asks Calira without showing anything. @throws {CodedError} `expired` when Calira wants the person. */
  authoriseSilently(url: string): Promise<string>;
  /** Runs `work` while nobody else on this computer holds the lock: a Web Lock, shared by restarted workers. */
  exclusively<T>(lock: string, work: () => Promise<T>): Promise<T>;
  /** Discards what came through another authorisation and reads the labs, before the state becomes `connected`. */
  onAuthorised(): Promise<void>;
  /** Deletes everything that came through the authorisation. */
  onDisconnected(): Promise<void>;
  /** Whether tokens may outlive the browser on this computer. */
  stayConnected(): Promise<boolean>;
  /** Forgotten when the browser ends: whether a worker has run since it was started. */
  startedBefore: StoredItem<boolean>;
  /** Milliseconds since the epoch. */
  now(): number;
}

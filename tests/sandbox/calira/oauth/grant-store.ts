/** What a person has allowed an application: once per press of *Authorise*. Its tokens see only its labs. */
export interface Authorisation {
  id: number;
  clientId: string;
  email: string;
  labIds: Set<number>;
  scopes: readonly string[];
  at: Date;
}

/** An access token with its refresh token: one record, as in Doorkeeper. */
export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  clientId: string;
  authorisation: Authorisation;
  scopes: readonly string[];
  createdAt: number;
  expiresAt: number;
  revoked: boolean;
  /** The refresh token alone is dead; the access token lives until it expires. */
  refreshRevoked: boolean;
  /** The pair that this one replaced, to be revoked when this one's access token is first used. */
  replaces: TokenPair | null;
}

export type AccessVerdict = TokenPair | 'invalid' | 'expired' | 'revoked';

export class GrantStore {
  readonly authorisations: Authorisation[] = [];
  readonly pairs: TokenPair[] = [];
  readonly #byAccess = new Map<string, TokenPair>();
  readonly #byRefresh = new Map<string, TokenPair>();
  readonly #now: () => Date;
  readonly #rotation: () => 'forgiving' | 'strict';
  #nextId = 1;

  constructor(now: () => Date, rotation: () => 'forgiving' | 'strict') {
    this.#now = now;
    this.#rotation = rotation;
  }

  authorise(granted: Omit<Authorisation, 'id' | 'at'>): Authorisation {
    const authorisation = { ...granted, id: this.#nextId, at: this.#now() };
    this.#nextId += 1;
    this.authorisations.push(authorisation);
    return authorisation;
  }

  /** The latest authorisation of that application by that person, if it has not been removed. */
  previous(email: string, clientId: string): Authorisation | undefined {
    return this.authorisations.findLast((one) => one.email === email && one.clientId === clientId);
  }

  /** Whether an authorisation still has tokens that nobody revoked (Doorkeeper's condition for skipping its page). */
  isLive(authorisation: Authorisation): boolean {
    return this.pairs.some((pair) => pair.authorisation === authorisation && !pair.revoked);
  }

  /** Removes an application for a person, as the page of authorised applications does. */
  remove(email: string, clientId: string): void {
    for (const pair of this.pairs) {
      if (pair.clientId === clientId && pair.authorisation.email === email) pair.revoked = true;
    }
    const kept = this.authorisations.filter((one) => one.email !== email || one.clientId !== clientId);
    this.authorisations.splice(0, Infinity, ...kept);
  }

  issue(
    pair: Omit<TokenPair, 'createdAt' | 'expiresAt' | 'revoked' | 'refreshRevoked'>,
    lifetime: number,
  ): TokenPair {
    const createdAt = this.#now().getTime();
    const issued = {
      ...pair,
      replaces: this.#rotation() === 'forgiving' ? pair.replaces : null,
      createdAt,
      expiresAt: createdAt + lifetime * 1000,
      revoked: false,
      refreshRevoked: false,
    };
    this.pairs.push(issued);
    this.#byAccess.set(issued.accessToken, issued);
    this.#byRefresh.set(issued.refreshToken, issued);
    return issued;
  }

  /** What an access token is worth now; looking changes nothing. */
  inspect(accessToken: string): AccessVerdict {
    const pair = this.#byAccess.get(accessToken);
    if (!pair) return 'invalid';
    if (pair.revoked) return 'revoked';
    return pair.expiresAt <= this.#now().getTime() ? 'expired' : pair;
  }

  /** As `inspect`; the first use of a good token also ends the life of the pair that it replaced. */
  use(accessToken: string): AccessVerdict {
    const verdict = this.inspect(accessToken);
    if (typeof verdict === 'object' && verdict.replaces) {
      verdict.replaces.revoked = true;
      verdict.replaces = null;
    }
    return verdict;
  }

  /** The pair of a refresh token that may still be used. */
  refreshable(refreshToken: string): TokenPair | undefined {
    const pair = this.#byRefresh.get(refreshToken);
    return pair && !pair.revoked && !pair.refreshRevoked ? pair : undefined;
  }

  /** Spends a refresh token: dead at once where rotation is strict. False when somebody was faster. */
  spend(refreshToken: string): boolean {
    const pair = this.refreshable(refreshToken);
    if (pair && this.#rotation() === 'strict') pair.revoked = true;
    return pair !== undefined;
  }

  /** The pair to which a token of either kind belongs. */
  find(token: string): TokenPair | undefined {
    return this.#byAccess.get(token) ?? this.#byRefresh.get(token);
  }

  clear(): void {
    this.authorisations.length = 0;
    this.pairs.length = 0;
    this.#byAccess.clear();
    this.#byRefresh.clear();
  }
}

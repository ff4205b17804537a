import type { CaliraData } from './data/records.ts';
import { type DataSizes, seedCalira } from './data/seed-calira.ts';
import { type Client, clients } from './oauth/clients.ts';
import { GrantStore } from './oauth/grant-store.ts';
import type { SavedCode } from './oauth/server-model.ts';

export type Consent = 'always' | 'skipForConfidential' | 'skip';
export type Rotation = 'forgiving' | 'strict';
export type ListOrder = 'stable' | 'reshuffled' | 'newestFirst';

export interface CaliraOptions {
  seed: number;
  now: () => Date;
  redirectUris: readonly string[];
}

/** How this Calira behaves at the moment; tests change it. */
export interface CaliraManners {
  consent: Consent;
  rotation: Rotation;
  /** Lifetime of new access tokens, in seconds. */
  accessTokenLifetime: number;
  subscription: 'enterprise' | 'none';
  /** Whether labs below a department or an organisation appear in the list of accounts themselves. */
  listNestedLabs: boolean;
  listOrder: ListOrder;
}

const manners = (): CaliraManners => ({
  consent: 'skipForConfidential',
  rotation: 'forgiving',
  accessTokenLifetime: 7200,
  subscription: 'enterprise',
  listNestedLabs: true,
  listOrder: 'stable',
});

/** Everything that the fake Calira remembers. */
export class CaliraState {
  readonly now: () => Date;
  readonly seed: number;
  readonly clients: readonly Client[];
  readonly grants: GrantStore;
  /** Signed-in browsers: session id to mail address. */
  readonly sessions = new Map<string, string>();
  readonly codes = new Map<string, SavedCode>();
  /** How many pages of each list were answered in another order. */
  readonly pagesAnswered = new Map<string, number>();
  manners = manners();
  data: CaliraData;

  constructor(options: CaliraOptions) {
    this.now = options.now;
    this.seed = options.seed;
    this.clients = clients(options.redirectUris);
    this.grants = new GrantStore(options.now, () => this.manners.rotation);
    this.data = seedCalira(this.seed, this.now().getTime());
  }

  /** Other data, in other sizes; what was granted stays granted as far as those labs exist. */
  seedData(sizes: DataSizes): void {
    this.data = seedCalira(this.seed, this.now().getTime(), sizes);
  }

  reset(): void {
    this.manners = manners();
    this.sessions.clear();
    this.codes.clear();
    this.grants.clear();
    this.pagesAnswered.clear();
    this.seedData({});
  }
}

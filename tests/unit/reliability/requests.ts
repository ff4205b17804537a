import type { Match } from '../../sandbox/traffic/match.ts';
import { BOOKING, IMAGING } from '../support/calira-over-http.ts';
import type { BackgroundOverHttp } from './background-over-http.ts';

export interface CaliraRequest {
  name: 'list' | 'detail' | 'equipment' | 'accounts' | 'token' | 'sign-in' | 'revoke';
  match: Match;
  /** Of two kinds of requests, `token` ones are never tried twice: their tokens rotate. */
  kind: 'api' | 'token';
  ask(background: BackgroundOverHttp): Promise<unknown>;
}

/** Every kind of request that the extension sends to Calira. */
export const caliraRequests: readonly CaliraRequest[] = [
  {
    name: 'list',
    match: { path: '/v1/bookings' },
    kind: 'api',
    ask: ({ calira }) => calira().bookings(1),
  },
  {
    name: 'detail',
    match: { path: '/v1/bookings/:id' },
    kind: 'api',
    ask: ({ calira }) => calira().booking(BOOKING),
  },
  {
    name: 'equipment',
    match: { path: '/v1/equipment' },
    kind: 'api',
    ask: ({ calira }) => calira().equipment(String(IMAGING), 1),
  },
  {
    name: 'accounts',
    match: { path: '/v1/accounts' },
    kind: 'api',
    ask: ({ calira }) => calira().accounts(1),
  },
  {
    name: 'token',
    match: { path: '/oauth/token', grantType: 'refresh_token' },
    kind: 'token',
    ask: async ({ session, stored }) => session.accessToken((await stored()).access?.token),
  },
  {
    name: 'sign-in',
    match: { path: '/oauth/token', grantType: 'authorization_code' },
    kind: 'token',
    ask: ({ session }) => session.connect(),
  },
  {
    name: 'revoke',
    match: { path: '/oauth/revoke' },
    kind: 'token',
    ask: ({ session }) => session.disconnect(),
  },
];

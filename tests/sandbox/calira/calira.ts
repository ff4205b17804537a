import { Hono } from 'hono';
import { accountsApi } from './api/accounts.ts';
import { bookingsApi } from './api/bookings.ts';
import { equipmentApi } from './api/equipment.ts';
import { revokeEndpoint } from './oauth/revoke-endpoint.ts';
import { createModel } from './oauth/server-model.ts';
import { tokenEndpoint } from './oauth/token-endpoint.ts';
import { type CaliraOptions, CaliraState } from './state.ts';
import { authorisePages } from './web/authorise.ts';
import { authorisedApplications } from './web/authorised-applications.ts';
import { recordPages } from './web/record-pages.ts';
import { signInPages } from './web/sign-in.ts';

export interface Calira {
  app: Hono;
  state: CaliraState;
}

/** A Calira in memory: its web pages, its OAuth server and, under `/v1`, its API. It sends no CORS headers. */
export const createCalira = (options: CaliraOptions): Calira => {
  const state = new CaliraState(options);
  const model = createModel(state);
  const app = new Hono()
    .get('/favicon.ico', (c) => c.body(null, 204))
    .route('/', signInPages(state))
    .route('/', authorisePages(state, model))
    .route('/', tokenEndpoint(state, model))
    .route('/', revokeEndpoint(state))
    .route('/', authorisedApplications(state))
    .route('/', recordPages(state))
    .route('/v1/accounts', accountsApi(state))
    .route('/v1/bookings', bookingsApi(state))
    .route('/v1/equipment', equipmentApi(state));
  return { app, state };
};

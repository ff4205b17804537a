import OAuth2Server from '@node-oauth/oauth2-server';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Authorisation } from '../oauth/grant-store.ts';
import { sentenceFor } from '../oauth/oauth-error.ts';
import type { Grantee } from '../oauth/server-model.ts';
import type { CaliraState } from '../state.ts';
import { type AuthorisationRequest, readRequest } from './authorisation-request.ts';
import { authorisePage } from './authorise-page.ts';
import { page } from './layout.ts';
import { signedInAs, signInAddress } from './session.ts';

type Model = OAuth2Server.AuthorizationCodeModel;

// Doorkeeper answers a request that it does not trust with this page and status 200, and never redirects.
const refusal = (c: Context, sentence: string) =>
  c.html(
    page('Error', html`<h1>An error has occurred</h1><p class="error" role="alert">${sentence}</p>`, true),
  );

const deny = (c: Context, { redirectUri, state }: AuthorisationRequest) => {
  const address = new URL(redirectUri);
  address.searchParams.set('error', 'access_denied');
  address.searchParams.set('error_description', sentenceFor('access_denied'));
  if (state !== null) address.searchParams.set('state', state);
  return c.redirect(address.href);
};

/** `/oauth/authorize`: asks which labs, then lets the library make the code. */
export const authorisePages = (state: CaliraState, model: Model): Hono => {
  // The page identifies the client by its id alone; the secret belongs to the token request.
  const getClient: Model['getClient'] = async (id) => state.clients.find((client) => client.id === id);
  const server = new OAuth2Server({
    model: { ...model, getClient },
    allowEmptyState: true,
  });

  const grant = async (c: Context, query: URLSearchParams, authorisation: Authorisation) => {
    const grantee: Grantee = { authorisation, replaces: null };
    const response = new OAuth2Server.Response();
    const request = new OAuth2Server.Request({
      method: 'GET',
      headers: c.req.header(),
      query: Object.fromEntries(query),
    });
    await server.authorize(request, response, {
      authenticateHandler: { handle: () => ({ grantee }) },
    });
    return c.redirect(String(response.get('location')));
  };

  const maySkip = ({ client }: AuthorisationRequest, previous: Authorisation | undefined) =>
    previous !== undefined &&
    previous.labIds.size > 0 &&
    state.grants.isLive(previous) &&
    (state.manners.consent === 'skip' ||
      (state.manners.consent === 'skipForConfidential' && client.confidential));

  return new Hono()
    .get('/oauth/authorize', async (c) => {
      const email = signedInAs(c, state);
      if (!email) return c.redirect(signInAddress(c));
      const query = new URL(c.req.url).searchParams;
      const request = readRequest(state, query);
      if (typeof request === 'string') return refusal(c, request);
      const previous = state.grants.previous(email, request.client.id);
      if (previous && maySkip(request, previous)) {
        const { clientId, labIds } = previous;
        return grant(
          c,
          query,
          state.grants.authorise({
            clientId,
            email,
            labIds,
            scopes: request.scopes,
          }),
        );
      }
      return c.html(authorisePage(state.data, request, query, previous?.labIds ?? new Set()));
    })
    .post('/oauth/authorize', async (c) => {
      const body = new URLSearchParams(await c.req.text());
      const email = signedInAs(c, state);
      if (!email) return c.redirect(signInAddress(c), 303);
      const request = readRequest(state, body);
      if (typeof request === 'string') return refusal(c, request);
      if (body.get('decision') !== 'authorise') return deny(c, request);
      const labIds = new Set(
        body
          .getAll('lab')
          .map(Number)
          .filter((id) => state.data.accounts.get(id)?.accountType === 'lab'),
      );
      if (labIds.size === 0) {
        return c.html(authorisePage(state.data, request, body, labIds, 'Choose at least one lab.'), 422);
      }
      const { client, scopes } = request;
      return grant(c, body, state.grants.authorise({ clientId: client.id, email, labIds, scopes }));
    });
};

import { Hono } from 'hono';
import { html } from 'hono/html';
import type { CaliraState } from '../state.ts';
import { page } from './layout.ts';
import { signedInAs, signInAddress } from './session.ts';

/** The page on which a person sees and removes what they have authorised. */
export const authorisedApplications = (state: CaliraState): Hono =>
  new Hono()
    .get('/', (c) => c.redirect('/oauth/authorized_applications'))
    .get('/oauth/authorized_applications', (c) => {
      const email = signedInAs(c, state);
      if (!email) return c.redirect(signInAddress(c));
      const rows = state.clients.flatMap((client) => {
        const authorisation = state.grants.previous(email, client.id);
        if (!authorisation) return [];
        const labs = [...authorisation.labIds].flatMap((id) => state.data.accounts.get(id)?.name ?? []);
        return html`<div class="row">
          <div><p><strong>${client.name}</strong></p>
            <p class="soft">${new Intl.ListFormat('en-GB').format(labs)}</p>
            <p class="soft">Authorised ${authorisation.at.toISOString().slice(0, 16).replace('T', ' ')} UTC</p></div>
          <form method="post" action="/oauth/authorized_applications/${client.id}/revoke"><button>Revoke</button></form>
        </div>`;
      });
      const empty = html`<p class="soft">You have not authorised any application.</p>`;
      const title = 'Authorised applications';
      return c.html(page(title, html`<h1>${title}</h1>${rows.length > 0 ? rows : empty}`, true));
    })
    .post('/oauth/authorized_applications/:client/revoke', (c) => {
      const email = signedInAs(c, state);
      if (!email) return c.redirect('/users/sign_in', 303);
      state.grants.remove(email, c.req.param('client'));
      return c.redirect('/oauth/authorized_applications', 303);
    });

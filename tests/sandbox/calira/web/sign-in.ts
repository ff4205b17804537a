import { Hono } from 'hono';
import { html } from 'hono/html';
import { ADA } from '../data/people.ts';
import type { CaliraState } from '../state.ts';
import { page } from './layout.ts';
import { safeReturn, signIn, signOut } from './session.ts';

const form = (returnTo: string, email: string, error?: string) =>
  page(
    'Sign in',
    html`<h1>Sign in to Calira</h1>
      <p class="soft">Book equipment, manage your lab.</p>
      ${error ? html`<p class="error" role="alert">${error}</p>` : ''}
      <form method="post" action="/users/sign_in">
        <input type="hidden" name="return_to" value="${returnTo}">
        <label class="field">Email
          <input type="email" name="email" value="${email}" autocomplete="username" required autofocus></label>
        <label class="field">Password
          <input type="password" name="password" autocomplete="current-password"></label>
        <button class="primary wide">Sign in</button>
      </form>`,
  );

/** Signing in and out. Any password but the empty one is right for the one person whom the sandbox knows. */
export const signInPages = (state: CaliraState): Hono =>
  new Hono()
    .get('/users/sign_in', (c) => c.html(form(safeReturn(c.req.query('return_to')), '')))
    .post('/users/sign_in', async (c) => {
      const body = new URLSearchParams(await c.req.text());
      const email = (body.get('email') ?? '').trim();
      const returnTo = safeReturn(body.get('return_to') ?? undefined);
      if (email.toLowerCase() !== ADA.email || !body.get('password')) {
        return c.html(form(returnTo, email, 'Invalid email or password.'), 422);
      }
      signIn(c, state, ADA.email);
      return c.redirect(returnTo, 303);
    })
    .post('/users/sign_out', (c) => {
      signOut(c, state);
      return c.redirect('/users/sign_in', 303);
    });

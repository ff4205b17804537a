import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CaliraState } from '../state.ts';

/** Cookies do not tell ports apart, so the name is not the other server's. */
const COOKIE = 'calira_session';

/** The signed-in person's mail address. */
export const signedInAs = (c: Context, state: CaliraState): string | undefined =>
  state.sessions.get(getCookie(c, COOKIE) ?? '');

export const signIn = (c: Context, state: CaliraState, email: string): void => {
  const id = crypto.randomUUID();
  state.sessions.set(id, email);
  setCookie(c, COOKIE, id, { path: '/', httpOnly: true, sameSite: 'Lax' });
};

export const signOut = (c: Context, state: CaliraState): void => {
  state.sessions.delete(getCookie(c, COOKIE) ?? '');
  deleteCookie(c, COOKIE, { path: '/' });
};

/** Where to sign in before coming back to the address asked for now. */
export const signInAddress = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url);
  return `/users/sign_in?${new URLSearchParams({ return_to: pathname + search })}`;
};

/** Only an address of this server, never `//elsewhere`. */
export const safeReturn = (address: string | undefined): string =>
  address && /^\/(?![/\\])/.test(address) ? address : '/';

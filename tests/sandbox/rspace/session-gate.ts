import type { MiddlewareHandler } from 'hono';

import type { RSpaceContext } from './context.ts';
import { loginView } from './views/login-view.ts';

/**
 * Sends everyone to the login page while the session is lost, as RSpace does: a redirect to `/login`, which answers 200 with
 * HTML, so a fetch that follows it sees a page where it expected data. `/public/…` needs no session.
 */
export function sessionGate(context: RSpaceContext): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.path === '/login') {
      if (c.req.method === 'POST') {
        context.switches.sessionLost = false;
        return c.redirect('/workspace');
      }
      return c.html(loginView());
    }
    if (context.switches.sessionLost && !c.req.path.startsWith('/public/')) return c.redirect('/login');
    return next();
  };
}

import type { MiddlewareHandler } from 'hono';

import type { RSpaceContext } from './context.ts';
import { loginView } from './views/login-view.ts';

/** 403 without a Content-Type. A real RSpace adds a sentence; here it would be given a type on its way. */
const refusal = () => new Response(null, { status: 403 });

/**
 * Lets nobody in while the session is lost, as RSpace does: pages are redirected to `/login`, which answers 200 with HTML;
 * requests of scripts (`X-Requested-With`) are refused. `/public/…` needs no session.
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
    if (!context.switches.sessionLost || c.req.path.startsWith('/public/')) return next();
    return c.req.header('X-Requested-With') === 'XMLHttpRequest' ? refusal() : c.redirect('/login');
  };
}

import { Hono } from 'hono';

import type { RSpaceContext } from './context.ts';
import { ME } from './people.ts';

const ACCESS_TOKEN_PATH = '/apps/clustermarket/accessToken';
const ALL_INTEGRATIONS_PATH = '/integration/allIntegrations';

/** Addresses that answer with tokens: a guest on the page must never read them, and reads are kept in the journal. */
export const TRAP_PATHS: readonly string[] = [ACCESS_TOKEN_PATH, ALL_INTEGRATIONS_PATH];

/** RSpace's small services: status, version, and what it says about its own Calira integration. */
export function serviceRoutes(context: RSpaceContext): Hono {
  const app = new Hono();
  app.get('/public/status', (c) => c.text('RSpace OK'));
  app.get('/public/version', (c) => c.text(context.switches.version.rspace));

  app.get('/directory/ajax/subject', (c) => {
    const [firstName = '', lastName = ''] = ME.fullName.split(' ');
    const email = `${ME.userName}@example.org`;
    const data = { id: 7, username: ME.userName, firstName, lastName, email, fullName: ME.fullName };
    return c.json({ data, error: null, success: true, errorMsg: null });
  });

  app.get('/integration/integrationInfo', (c) => {
    if (c.req.query('name') !== 'CLUSTERMARKET')
      return c.json({ data: null, error: { errorMessages: ['Unknown'] } });
    return c.json({ data: integrationInfo(context), error: null, success: true, errorMsg: null });
  });
  app.get('/deploymentproperties/ajax/property', (c) => {
    if (c.req.query('name') !== 'clustermarket.web.url') return c.text('');
    return c.text(context.caliraWebUrl);
  });

  app.get(ACCESS_TOKEN_PATH, (c) => c.text('sandbox-raw-token-never-read-this'));
  app.get(ALL_INTEGRATIONS_PATH, (c) =>
    c.json({
      data: {
        CLUSTERMARKET: { ...integrationInfo(context), options: { ACCESS_TOKEN: 'sandbox-raw-token' } },
      },
    }),
  );
  return app;
}

function integrationInfo(context: RSpaceContext) {
  return { name: 'CLUSTERMARKET', displayName: 'Calira', ...context.switches.integration, options: {} };
}

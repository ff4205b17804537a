import { Hono } from 'hono';

import { assetRoutes } from './assets.ts';
import type { RSpaceContext } from './context.ts';
import { createDocumentStore } from './documents.ts';
import { createEditLocks } from './edit-lock.ts';
import { editorRoutes } from './editor-routes.ts';
import { informationRoutes } from './information-routes.ts';
import { createJournal, journalEntry } from './journal.ts';
import { pageRoutes } from './page-routes.ts';
import { COLLEAGUE } from './people.ts';
import { DOCUMENT_IDS, seededDocuments } from './seeded-documents.ts';
import { serviceRoutes, TRAP_PATHS } from './service-routes.ts';
import { sessionGate } from './session-gate.ts';
import { defaultSwitches } from './settings.ts';
import { createRSpaceState, type RSpaceState } from './state.ts';

/** A fake RSpace: an app to mount, and what a test may look at and change. */
export type RSpace = {
  app: Hono;
  state: RSpaceState;
  /** Back to the seeded documents, nobody's locks but the seeded one, an empty journal and the default switches. */
  reset(): void;
};

/**
 * Builds a fake RSpace in memory. `now` is its clock; `caliraWebUrl` is where its Calira integration points. It must be mounted
 * at the root of its origin, as the page asks for absolute paths.
 */
export function createRSpace(options: { seed: number; now: () => Date; caliraWebUrl: string }): RSpace {
  const caliraWebUrl = options.caliraWebUrl.endsWith('/') ? options.caliraWebUrl : `${options.caliraWebUrl}/`;
  const fresh = () => {
    const locks = createEditLocks();
    locks.set(DOCUMENT_IDS.lockedByOther, COLLEAGUE.userName);
    const documents = createDocumentStore(seededDocuments(options.seed, options.now(), caliraWebUrl));
    return { documents, locks, journal: createJournal(), switches: defaultSwitches() };
  };
  const context: RSpaceContext = { ...fresh(), now: options.now, caliraWebUrl };

  const app = new Hono();
  app.use(async (c, next) => {
    if (c.req.method === 'POST') context.journal.posts.push(journalEntry(c.req.raw, context.now()));
    if (TRAP_PATHS.includes(c.req.path))
      context.journal.trapReads.push(journalEntry(c.req.raw, context.now()));
    await next();
  });
  app.route('/', assetRoutes());
  app.use(sessionGate(context));
  app.route('/', serviceRoutes(context));
  app.route('/', informationRoutes(context));
  app.route('/', editorRoutes(context));
  app.route('/', pageRoutes(context));

  return { app, state: createRSpaceState(context), reset: () => void Object.assign(context, fresh()) };
}

import { type Context, Hono } from 'hono';

import type { RSpaceContext } from './context.ts';
import type { StoredDocument } from './documents.ts';
import { type EditStatus, requestEdit, statusOnOpening } from './edit-lock.ts';
import { ME } from './people.ts';
import type { TinymceVersion } from './settings.ts';
import { documentView } from './views/document-view.ts';
import { notebookView } from './views/notebook-view.ts';
import { workspaceView } from './views/workspace-view.ts';

/** The pages that people open. */
export function pageRoutes(context: RSpaceContext): Hono {
  const app = new Hono();
  app.get('/', (c) => c.redirect('/workspace'));
  app.get('/workspace', (c) => c.html(workspaceView(context.documents.all(), context.locks)));

  // The second address is a forward inside RSpace: the same page, the address bar unchanged.
  app.get('/workspace/editor/structuredDocument/audit/view', (c) =>
    oldRevision(c, c.req.query('recordId') ?? ''),
  );
  // RSpace serves the same page with a final slash.
  for (const place of ['workspace', 'notebook'])
    for (const end of ['', '/'])
      app.get(`/${place}/editor/structuredDocument/:id{[0-9]+}${end}`, (c) =>
        editor(c, String(c.req.param('id'))),
      );

  app.get('/notebookEditor/:id{[0-9]+}', (c) => {
    const entries = context.documents.all().filter((document) => document.notebookId === c.req.param('id'));
    return entries.length > 0 ? c.html(notebookView(c.req.param('id'), entries)) : c.notFound();
  });
  app.get('/globalId/:globalId', (c) => {
    const [, kind, id] = /^(SD|NB)(\d+)/.exec(c.req.param('globalId')) ?? [];
    if (kind === 'NB') return c.redirect(`/notebookEditor/${id}`);
    return kind === 'SD' ? c.redirect(`/workspace/editor/structuredDocument/${id}`) : c.notFound();
  });
  app.get('/Streamfile/:id{[0-9]+}', (c) => c.text(`Attachment ${c.req.param('id')} of the sandbox`));

  function editor(c: Context, id: string) {
    const document = context.documents.find(id);
    if (!document) return c.notFound();
    // Both take the lock of basic documents only.
    const asksToEdit = c.req.query('editMode') === 'true' || c.req.query('fromNotebook') !== undefined;
    const status: EditStatus =
      document.basic && asksToEdit
        ? requestEdit(document, context.locks, ME.userName)
        : statusOnOpening(document, context.locks, ME.userName);
    return c.html(page(c, document, status, { fromNotebook: c.req.query('fromNotebook') }));
  }

  function oldRevision(c: Context, id: string) {
    const document = context.documents.find(id);
    if (!document) return c.notFound();
    return c.html(page(c, document, 'CAN_NEVER_EDIT', { revision: c.req.query('revision') ?? '1' }));
  }

  function page(
    c: Context,
    document: StoredDocument,
    status: EditStatus,
    view: { fromNotebook?: string | undefined; revision?: string },
  ) {
    const asked = c.req.query('tinymce');
    const tinymce: TinymceVersion =
      asked === '5.1.6' || asked === '5.10.9' ? asked : context.switches.version.tinymce;
    return documentView({
      document,
      status,
      tinymce,
      holder: context.locks.holder(document.id) ?? '',
      ...view,
    });
  }
  return app;
}

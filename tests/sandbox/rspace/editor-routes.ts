import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import type { RSpaceContext } from './context.ts';
import { closeUrl, commitAutosaved, dropAutosaved, type StoredDocument } from './documents.ts';
import { requestEdit } from './edit-lock.ts';
import { COLLEAGUE, ME } from './people.ts';
import { sanitise } from './sanitiser.ts';

/** Largest form post in bytes, Tomcat's default. The whole field travels in one, percent-encoded. */
const MAX_POST_BYTES = 2 * 1024 * 1024;

const AJAX = '/workspace/editor/structuredDocument/ajax';

/** What the document page asks its server for while editing: lock, autosave, save, cancel. */
export function editorRoutes(context: RSpaceContext): Hono {
  const app = new Hono();
  const limit = bodyLimit({
    maxSize: MAX_POST_BYTES,
    onError: (c) => c.text('The form post is larger than 2 MB', 413),
  });
  app.use(`${AJAX}/*`, limit);

  app.post(`${AJAX}/requestEdit`, async (c) => {
    const document = await documentOf(c, 'recordId');
    return document ? c.json(requestEdit(document, context.locks, ME.userName)) : c.notFound();
  });

  app.get(`${AJAX}/otherUserEditingRecord`, (c) => {
    const holder = context.locks.holder(c.req.query('recordId') ?? '');
    if (holder === undefined || holder === ME.userName) return c.json({ data: null });
    const fullName = holder === COLLEAGUE.userName ? COLLEAGUE.fullName : holder;
    return c.json({ data: { username: holder, fullName } });
  });

  app.get(`${AJAX}/getUpdatedFields`, (c) => {
    const document = context.documents.find(c.req.query('recordId') ?? '');
    return document ? c.json({ data: fieldData(document, 'saved') }) : c.notFound();
  });

  app.get('/workspace/editor/structuredDocument/getAutoSavedFields', (c) => {
    const document = context.documents.find(c.req.query('recordId') ?? '');
    return document ? c.json(fieldData(document, 'autosaved')) : c.notFound();
  });

  app.post(`${AJAX}/autosaveField`, async (c) => {
    const { fieldId, dataValue } = await c.req.parseBody();
    const found = context.documents.findField(String(fieldId));
    if (!found || typeof dataValue !== 'string')
      return c.json({ data: null, errorMsg: 'No such field' }, 400);
    const refusal = refusalToWrite(found.document);
    if (refusal) return c.json({ data: null, errorMsg: refusal });
    found.field.autosaved = found.field.type === 'text' ? sanitise(dataValue) : dataValue;
    return c.json({ data: true });
  });

  app.post(`${AJAX}/saveStructuredDocument`, async (c) => {
    const document = await documentOf(c, 'structuredDocumentId');
    if (!document) return c.notFound();
    const refusal = refusalToWrite(document);
    if (refusal) return c.json({ data: null, errorMsg: refusal });
    const changed = commitAutosaved(document, context.now());
    if ((await c.req.parseBody()).unlock === 'true') context.locks.release(document.id);
    return c.json({
      data: closeUrl(document),
      error: changed ? null : { errorMessages: ['content.not.changed'] },
    });
  });

  app.post(`${AJAX}/cancelAutosavedEdits`, async (c) => {
    const document = await documentOf(c, 'structuredDocumentId');
    if (!document) return c.notFound();
    const refusal = refusalToWrite(document);
    if (refusal) return c.json({ data: null, errorMsg: refusal });
    dropAutosaved(document);
    context.locks.release(document.id);
    return c.json({ data: `/workspace/editor/structuredDocument/${document.id}` });
  });

  app.post(`${AJAX}/unlockrecord`, async (c) => {
    const document = await documentOf(c, 'id');
    if (document && context.locks.holder(document.id) === ME.userName) context.locks.release(document.id);
    return c.json({ data: true });
  });

  async function documentOf(c: Context, parameter: string): Promise<StoredDocument | undefined> {
    const body = await c.req.parseBody();
    return context.documents.find(String(body[parameter]));
  }

  function refusalToWrite(document: StoredDocument): string | undefined {
    const holder = context.locks.holder(document.id);
    if (holder === ME.userName) return undefined;
    return holder === undefined
      ? 'You do not hold the edit lock of this document'
      : `This document is currently being edited by ${holder}`;
  }
  return app;
}

function fieldData(document: StoredDocument, which: 'saved' | 'autosaved') {
  return document.fields
    .filter((field) => which === 'saved' || field.autosaved !== undefined)
    .map((field) => ({
      id: field.id,
      type: field.type.toUpperCase(),
      fieldData: which === 'saved' ? field.html : field.autosaved,
      modificationDate: field.modifiedAt,
    }));
}

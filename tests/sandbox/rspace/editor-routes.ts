import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import type { RSpaceContext } from './context.ts';
import { closeUrl, commitAutosaved, dropAutosaved, type StoredDocument } from './documents.ts';
import { requestEdit } from './edit-lock.ts';
import { fullNameOf, ME } from './people.ts';
import { sanitise } from './sanitiser.ts';

/** Largest form post in bytes, Tomcat's default. The whole field travels in one, percent-encoded. */
const MAX_POST_BYTES = 2 * 1024 * 1024;

const AJAX = '/workspace/editor/structuredDocument/ajax';

/** What the document page asks its server for while editing: lock, autosave, save, cancel. */
export function editorRoutes(context: RSpaceContext): Hono {
  const app = new Hono();
  const limit = bodyLimit({
    maxSize: MAX_POST_BYTES,
    onError: (c) => c.redirect('/public/requestError'),
  });
  app.use(`${AJAX}/*`, limit);

  app.post(`${AJAX}/requestEdit`, async (c) => {
    const document = await documentOf(c, 'recordId');
    return document ? c.json(requestEdit(document, context.locks, ME.userName)) : c.notFound();
  });

  app.get(`${AJAX}/otherUserEditingRecord`, (c) => {
    const holder = context.locks.holder(c.req.query('recordId') ?? '');
    // The same for *I hold the lock*, *nobody does*, *my rights were withdrawn*, *signed* and ids that nobody knows.
    if (holder === undefined || holder === ME.userName)
      return c.json({ data: null, success: false, error: null, errorMsg: null });
    const data = { username: holder, fullName: fullNameOf(holder) };
    return c.json({ data, success: true, error: null, errorMsg: null });
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
    const refusal = refusalToWrite(c, found.document);
    if (refusal) return refusal;
    found.field.autosaved = found.field.type === 'text' ? sanitise(dataValue) : dataValue;
    return c.json({ data: true });
  });

  app.post(`${AJAX}/saveStructuredDocument`, async (c) => {
    const document = await documentOf(c, 'structuredDocumentId');
    if (!document) return c.notFound();
    const refusal = refusalToWrite(c, document);
    if (refusal) return refusal;
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
    const refusal = refusalToWrite(c, document);
    if (refusal) return refusal;
    dropAutosaved(document);
    context.locks.release(document.id);
    return c.json({ data: `/workspace/editor/structuredDocument/${document.id}` });
  });

  // The sandbox's own address: RSpace has one for each of the two.
  app.post(`${AJAX}/anotherDocument`, async (c) => {
    const document = await documentOf(c, 'structuredDocumentId');
    if (!document) return c.notFound();
    const { which } = await c.req.parseBody();
    const { id } = context.documents.addLike(document, which === 'clone');
    return c.json({ data: `/workspace/editor/structuredDocument/${id}` });
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

  /** While nobody holds the lock, a real RSpace saves. */
  function refusalToWrite(c: Context, document: StoredDocument): Response | undefined {
    if (document.permission === 'read') return c.text('Not found', 404);
    const holder = context.locks.holder(document.id);
    if (holder === undefined || holder === ME.userName) return undefined;
    const exceptionMessage = `This document is currently being edited by ${fullNameOf(holder)}`;
    return c.json({ exceptionMessage, tstamp: context.now().getTime() }, 500);
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

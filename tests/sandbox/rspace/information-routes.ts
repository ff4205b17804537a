import { Hono } from 'hono';
import type { RSpaceContext } from './context.ts';
import type { StoredDocument } from './documents.ts';
import { fullNameOf, ME } from './people.ts';

/** What RSpace's blue (i) asks about a document. An older RSpace does not know the address. */
export function informationRoutes(context: RSpaceContext): Hono {
  const app = new Hono();
  app.get('/workspace/getRecordInformation', (c) => {
    if (!context.switches.recordInformation) return c.text('Not found', 404);
    const document = context.documents.find(c.req.query('recordId') ?? '');
    if (!document) return c.json({ exceptionMessage: 'No such record' }, 500);
    if (document.permission === 'none') return c.text('Not found', 404);
    return c.json({ data: informationOf(document), error: null, success: true, errorMsg: null });
  });

  function informationOf(document: StoredDocument) {
    const holder = context.locks.holder(document.id);
    const other = holder !== undefined && holder !== ME.userName;
    return {
      id: Number(document.id),
      oid: { idString: document.globalId },
      name: document.name,
      type: 'Document',
      ownerFullName: fullNameOf(document.owner),
      ownerUsername: document.owner,
      creationDate: document.createdAt,
      modificationDate: Math.max(...document.fields.map(({ modifiedAt }) => Date.parse(modifiedAt))),
      path: '/Imaging 2026',
      tags: '',
      templateFormName: document.basic ? 'Basic Document' : 'Experiment',
      status: statusOf(document, holder),
      currentEditor: other ? fullNameOf(holder) : null,
    };
  }

  return app;
}

/** It counts the person, and not the tab. */
function statusOf({ signed, permission }: StoredDocument, holder: string | undefined) {
  if (signed) return 'CAN_NEVER_EDIT';
  if (permission === 'read') return 'CANNOT_EDIT_NO_PERMISSION';
  if (holder === undefined) return 'VIEW_MODE';
  return holder === ME.userName ? 'EDIT_MODE' : 'CANNOT_EDIT_OTHER_EDITING';
}

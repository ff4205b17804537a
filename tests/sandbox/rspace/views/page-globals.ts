import { html, raw } from 'hono/html';

import type { DocumentPage } from './document-view.ts';
import type { Html } from './layout.ts';

/**
 * The globals that RSpace's page declares, with the same types and traps: `editor` is the lock holder's user name and
 * `isEditable` a string. They are declared by a script in the page, as there, so that only the page's world sees them.
 */
export function pageGlobals(page: DocumentPage, globalId: string, tinymceBase: string): Html {
  const { document, status, holder, fromNotebook, revision } = page;
  const globals = {
    editable: status,
    isEditable: String(status === 'VIEW_MODE' || status === 'EDIT_MODE'),
    editor: holder,
    hasAutosave: String(document.fields.some((field) => field.autosaved !== undefined)),
    recordId: document.id,
    fromNotebook: fromNotebook ?? '',
    isDocumentEditor: true,
    recordName: document.name,
    recordType: 'NORMAL',
    docRevision: revision ?? '',
    globalId,
    basicDocument: document.basic,
    tinymceBase,
  };
  const lines = Object.entries(globals).map(([name, value]) => `var ${name} = ${literal(value)};`);
  return html`<script>
      ${raw(lines.join('\n      '))}
    </script>`;
}

/** A literal that is safe inside a script element. */
function literal(value: string | boolean): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

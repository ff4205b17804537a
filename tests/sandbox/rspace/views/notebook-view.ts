import { html, raw } from 'hono/html';

import type { StoredDocument } from '../documents.ts';
import { type Html, layout } from './layout.ts';

/** A notebook: its entries to read. Editing one is a full page load of the document page. */
export function notebookView(notebookId: string, entries: StoredDocument[]): Html {
  return layout({
    title: 'Lab notebook 2026',
    content: html`<div class="documentPanel" id="journalPage">
      <h1>Lab notebook 2026</h1>
      <span class="rs-global-id">ID: <a href="/globalId/NB${notebookId}">NB${notebookId}</a></span>
      ${entries.map(
        (entry) => html`<h2>${entry.name}</h2>
          <p>
            <a class="btn btn-primary" id="editEntry" href="/workspace/editor/structuredDocument/${entry.id}?editMode=true&fromNotebook=${notebookId}">Edit entry</a>
          </p>
          ${entry.fields.map((field) => html`<div class="textFieldViewModeDiv">${raw(field.html)}</div>`)}`,
      )}
    </div>`,
  });
}

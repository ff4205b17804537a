import { html } from 'hono/html';

import type { StoredDocument } from '../documents.ts';
import type { EditLocks } from '../edit-lock.ts';
import { type Html, layout } from './layout.ts';

/** The workspace: a plain list of all documents. */
export function workspaceView(documents: StoredDocument[], locks: EditLocks): Html {
  return layout({
    title: 'Workspace',
    content: html`<div class="documentPanel">
      <h1>Workspace</h1>
      <table id="file_table" class="workspace-list">
        <thead>
          <tr><th>Name</th><th>Owner</th><th>Status</th><th>ID</th></tr>
        </thead>
        <tbody>
          ${documents.map(
            (document) => html`<tr>
              <td><a href="${addressOf(document)}">${document.name}</a></td>
              <td>${document.owner}</td>
              <td>${statusOf(document, locks)}</td>
              <td><a href="/globalId/${document.globalId}">${document.globalId}</a></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
  });
}

function addressOf(document: StoredDocument): string {
  const address = `/workspace/editor/structuredDocument/${document.id}`;
  return document.notebookId === undefined ? address : `${address}?fromNotebook=${document.notebookId}`;
}

function statusOf(document: StoredDocument, locks: EditLocks): string {
  if (document.signed) return 'Signed';
  if (document.permission === 'read') return 'Shared with you, read only';
  const holder = locks.holder(document.id);
  return holder === undefined ? '' : `Being edited by ${holder}`;
}

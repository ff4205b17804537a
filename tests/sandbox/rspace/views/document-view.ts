import { html } from 'hono/html';

import { tinymcePath } from '../assets.ts';
import { closeUrl, type StoredDocument } from '../documents.ts';
import type { EditStatus } from '../edit-lock.ts';
import type { TinymceVersion } from '../settings.ts';
import { fieldRow } from './field-view.ts';
import { hiddenLayers } from './hidden-layers.ts';
import { type Html, layout } from './layout.ts';
import { pageGlobals } from './page-globals.ts';
import { documentToolbar } from './toolbar-view.ts';

/** What the document page is built from. `holder` is the lock holder's user name, or empty. */
export type DocumentPage = {
  document: StoredDocument;
  status: EditStatus;
  tinymce: TinymceVersion;
  holder: string;
  fromNotebook?: string | undefined;
  /** Set on a page that shows an old revision. */
  revision?: string;
};

/** The structured document page. */
export function documentView(page: DocumentPage): Html {
  const { document, revision } = page;
  const base = tinymcePath(page.tinymce);
  const globalId = revision === undefined ? document.globalId : `${document.globalId}v${revision}`;
  return layout({
    title: document.name,
    content: html`<div class="mainDocumentView">
      <div class="documentPanel">
        ${documentToolbar(closeUrl(document), revision === undefined && document.permission === 'write', page.tinymce)}
        ${breadcrumb(document)}
        ${header(document, globalId)}
        <table id="structuredDocument" name="mainTable" class="structuredDocumentTable">
          ${document.fields.map((field) => fieldRow(field, document.basic))}
        </table>
      </div>
    </div>`,
    layers: hiddenLayers(),
    scripts: html`<script src="${base}/tinymce.min.js"></script>
      <script src="/scripts/rspace/tinymce-setup.js"></script>
      <script src="/scripts/rspace/command-palette.js"></script>
      ${pageGlobals(page, globalId, base)}
      <script type="module" src="/scripts/rspace/page.js"></script>`,
  });
}

function breadcrumb(document: StoredDocument): Html {
  const folder =
    document.notebookId === undefined
      ? html`<a href="/workspace">Imaging 2026</a>`
      : html`<a href="/notebookEditor/${document.notebookId}">Lab notebook 2026</a>`;
  return html`<div class="breadcrumb">
    <span id="editorBcrumb"><a href="/workspace">Home</a> › ${folder} › <span id="recordNameInBreadcrumb">${document.name}</span></span>
    <span id="status" role="status"></span>
  </div>`;
}

function header(document: StoredDocument, globalId: string): Html {
  return html`<div class="rs-record-info-panel">
    <div class="rs-record-header-line">
      <h1 class="rs-record-name"><span id="recordNameInHeader">${document.name}</span></h1>
      <span class="rs-global-id">ID: <a href="/globalId/${globalId}">${globalId}</a></span>
      <span class="rs-record-owner">Owner: ${document.owner}</span>
    </div>
  </div>`;
}

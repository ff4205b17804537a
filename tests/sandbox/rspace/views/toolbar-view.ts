import { html } from 'hono/html';

import type { Html } from './layout.ts';

/** The document's button row. The buttons of class `editMode` are there while a field is open. */
export function documentToolbar(closeHref: string, canEdit: boolean): Html {
  return html`<div id="toolbar2" class="document-toolbar" role="toolbar" aria-label="Document">
    <a id="close" class="btn" href="${closeHref}">Close</a>
    ${
      canEdit
        ? html`<button id="save" class="btn btn-primary editMode" type="button" hidden>Save</button>
            <button id="saveView" class="btn btn-primary editMode" type="button" hidden>Save &amp; View</button>
            <button id="saveClose" class="btn btn-primary editMode" type="button" hidden>Save &amp; Close</button>
            <button id="cancel" class="btn editMode" type="button" hidden>Cancel</button>`
        : ''
    }
    <span class="toolbar-space"></span>
    <button id="print" class="btn" type="button">Print</button>
  </div>`;
}

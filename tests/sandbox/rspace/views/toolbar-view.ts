import { html } from 'hono/html';
import type { TinymceVersion } from '../settings.ts';
import type { Html } from './layout.ts';

/**
 * The document's button row. The buttons of class `editMode` are there while a field is open. What saves is in a menu, whose
 * items are in the page only while it is open; an older RSpace has a button for each.
 */
export function documentToolbar(closeHref: string, canEdit: boolean, tinymce: TinymceVersion): Html {
  return html`<div id="toolbar2" class="document-toolbar" role="toolbar" aria-label="Document">
    <a id="close" class="btn" href="${closeHref}">Close</a>
    ${canEdit ? (tinymce === '5.1.6' ? saveButtons() : saveMenuButton()) : ''}
    <span class="toolbar-space"></span>
    <button id="print" class="btn" type="button">Print</button>
  </div>`;
}

const saveMenuButton =
  () => html`<button id="saveMenu" class="btn btn-primary editMode" type="button" aria-haspopup="menu" hidden>SAVE</button>
  <button id="cancel" class="btn editMode" type="button" hidden>Cancel</button>`;

const saveButtons =
  () => html`<button id="save" class="btn btn-primary editMode" type="button" hidden>Save</button>
  <button id="saveView" class="btn btn-primary editMode" type="button" hidden>Save &amp; View</button>
  <button id="saveClose" class="btn btn-primary editMode" type="button" hidden>Save &amp; Close</button>
  <button id="cancel" class="btn editMode" type="button" hidden>Cancel</button>`;

import { html } from 'hono/html';

import type { DocumentField } from '../documents.ts';
import type { Html } from './layout.ts';

/** The row of one field. A basic document does not show the name of its only field. */
export function fieldRow(field: DocumentField, basic: boolean): Html {
  return html`<tr id="field_${field.id}" name="${field.type}" class="field">
    <td class="field-value">
      <table>
        <tr>
          <td class="field-name" id="field-name-${field.id}">
            ${basic ? '' : html`<div class="fieldHeaderName">${field.name}</div>`} ${editButtons(field)}
            <div class="fieldNotification" role="status"></div>
          </td>
        </tr>
        <tr>
          <td class="field-value-inner">${field.type === 'text' ? textValue(field) : inputValue(field)}</td>
        </tr>
      </table>
      <p class="lastModified">Last modified: <span>${field.modifiedAt.slice(0, 16).replace('T', ' ')}</span></p>
    </td>
  </tr>`;
}

function editButtons(field: DocumentField): Html {
  return html`<div class="fieldHeaderEditButton">
    <button id="edit_${field.id}" type="button" title="Edit" class="btn btn-primary btn-sm editButton">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path fill="currentColor" d="M11.5 1.5l3 3L5 14l-4 1 1-4z" />
      </svg>
    </button>
    <button id="stopEdit_${field.id}" type="button" title="Save and View" class="btn btn-info btn-sm stopEditButton" hidden>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path fill="currentColor" d="M2 1h10l3 3v10a1 1 0 0 1-1 1H2a1 1 0 0 1-1-1V2a1 1 0 0 1 1-1zm2 1v4h7V2zm0 7v5h8V9z" />
      </svg>
    </button>
  </div>`;
}

function textValue(field: DocumentField): Html {
  return html`<textarea id="rtf_${field.id}" name="fieldRtfData" aria-label="Document editor" class="tinymce">${field.html}</textarea>
    <input type="hidden" name="fieldId" value="${field.id}" />`;
}

function inputValue(field: DocumentField): Html {
  return html`<input id="${field.id}" class="inputField" name="fieldData" type="text" value="${field.html}" hidden />
    <p class="plainTextField" id="plainText_${field.id}">${field.html}</p>
    <input type="hidden" name="wasChanged" value="false" />
    <input type="hidden" name="fieldId" value="${field.id}" />`;
}

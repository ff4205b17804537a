import { blockPageDuring } from './dialogs.js';
import { initTinyMCE, removeTinyMCE } from './editor.js';
import { getJson } from './http.js';
import { closeInputField, reopenInputField, showInputValue } from './input-fields.js';
import { requestEditStatus } from './lock.js';
import { showEditButtons, showViewButtons } from './toolbar.js';
import { showRichText } from './view-mode.js';

/** Text of closed fields that autosave has not sent yet, by textarea id. @type {Map<string, string>} */
export const unsentTexts = new Map();

/** Id of the text field that is open, or undefined. @type {string | undefined} */
let openTextField;
/** Whether the fields are those of the server since the lock was taken. */
let fieldsSynchronised = false;

/** Opens a text field for editing: takes the lock, closes the field that was open, builds an editor. @param {string} fieldId */
export async function editTextField(fieldId) {
  const textareaId = `rtf_${fieldId}`;
  if (window.tinymce.activeEditor?.id === textareaId) return;
  if (!(await requestEditStatus())) return;
  await updateFieldsFromServer();
  closeOpenFields();

  const view = document.querySelector(`#div_${textareaId}`);
  view.replaceChildren();
  view.hidden = true;
  document.querySelector(`#${textareaId}`).hidden = false;
  showEditButtons(fieldId);
  openTextField = fieldId;
  await initTinyMCE(textareaId);
  document.querySelector(`#field_${fieldId}`).scrollIntoView({ block: 'nearest' });
}

/** Removes the editor of the open text field and shows its text. */
function closeTextField() {
  if (openTextField === undefined) return;
  const textareaId = `rtf_${openTextField}`;
  const editor = window.tinymce.get(textareaId);
  if (editor?.isDirty()) unsentTexts.set(textareaId, editor.getContent());
  removeTinyMCE(textareaId);
  showRichText(textareaId);
  showViewButtons(openTextField);
  openTextField = undefined;
}

/** Closes whatever field is open. */
export function closeOpenFields() {
  closeTextField();
  closeInputField();
}

/** The next opening asks the server for the fields again: the lock is gone. */
export function forgetSynchronisation() {
  fieldsSynchronised = false;
}

/**
 * Takes over what the server has saved: on the first opening after taking the lock, and after each save. A text field that is
 * open is closed and opened again for that, which removes and re-creates its editor.
 * @param {boolean} [force]
 */
export async function updateFieldsFromServer(force = false) {
  if (fieldsSynchronised && !force) return;
  const asking = getJson('/workspace/editor/structuredDocument/ajax/getUpdatedFields', {
    recordId: window.recordId,
  });
  const { data: fields } = await blockPageDuring('Retrieving latest field content', asking);
  fieldsSynchronised = window.editable === 'EDIT_MODE';

  const reopenText = openTextField;
  closeTextField();
  const reopenInput = closeInputField();
  for (const field of fields) showSavedField(field);

  if (reopenText !== undefined) {
    await editTextField(reopenText);
    window.tinymce.activeEditor?.focus();
  } else if (reopenInput !== undefined) {
    reopenInputField(reopenInput);
  }
}

/** @param {{id: string, type: string, fieldData: string}} field */
export function showSavedField({ id, type, fieldData }) {
  if (type !== 'TEXT') {
    showInputValue(id, fieldData);
    return;
  }
  document.querySelector(`#rtf_${id}`).value = fieldData;
  showRichText(`rtf_${id}`);
}

import { hasUnsavedChanges, startAutosave } from './autosave.js';
import { closeOpenFields, editTextField, showSavedField, updateFieldsFromServer } from './fields.js';
import { getJson } from './http.js';
import { reopenInputField } from './input-fields.js';
import { requestEditStatus, unlockRecord, watchOtherEditors } from './lock.js';
import { cancelAutosavedEdits, saveAndOpenAnother, saveStructuredDocument } from './save.js';
import { openSaveMenu } from './save-menu.js';
import { canBeEditable, displayStatus } from './status.js';
import { createViewModeDivs } from './view-mode.js';

// RSpace's page has these as globals too: traps for anyone who thinks that calling them is harmless.
Object.assign(window, { editTextField, requestEditStatus, saveStructuredDocument });

createViewModeDivs();
displayStatus();
onClick('#print', () => window.print());
if (canBeEditable()) makeEditable();
else for (const buttons of document.querySelectorAll('.fieldHeaderEditButton')) buttons.hidden = true;

function makeEditable() {
  for (const row of document.querySelectorAll('tr.field')) makeFieldEditable(row);
  const entries = [
    { id: 'save', text: 'Save', choose: () => saveStructuredDocument(false, false) },
    { id: 'saveView', text: 'Save & View', choose: () => saveStructuredDocument(false, true) },
    { id: 'saveClose', text: 'Save & Close', choose: () => saveStructuredDocument(true, true) },
    { id: 'saveClone', text: 'Save & Clone', choose: () => saveAndOpenAnother('clone') },
    { id: 'saveNew', text: 'Save & New', choose: () => saveAndOpenAnother('new') },
  ];
  // An older RSpace has a button for each of the first three.
  for (const { id, choose } of entries) onClick(`#${id}`, choose);
  onClick('#saveMenu', () => openSaveMenu(entries));
  onClick('#cancel', cancelAutosavedEdits);
  document.querySelector('#close')?.addEventListener('click', (event) => {
    if (window.editable !== 'EDIT_MODE') return;
    event.preventDefault();
    saveStructuredDocument(true, true);
  });

  startAutosave();
  watchOtherEditors();
  window.addEventListener('beforeunload', (event) => {
    if (hasUnsavedChanges()) event.preventDefault();
    else unlockRecord();
  });
  window.addEventListener('pagehide', unlockRecord);
  showAutosavedFields();
}

/** @param {Element} row */
function makeFieldEditable(row) {
  const fieldId = row.id.replace('field_', '');
  const open =
    row.getAttribute('name') === 'text' ? () => editTextField(fieldId) : () => editInputField(fieldId);
  onClick(`#edit_${fieldId}`, open);
  onClick(`#stopEdit_${fieldId}`, () => saveStructuredDocument(false, true));
  row.querySelector('.textFieldViewModeDiv, .plainTextField').addEventListener('dblclick', () => {
    window.getSelection()?.removeAllRanges();
    open();
  });
  row.querySelector('.inputField')?.addEventListener('change', () => {
    row.querySelector("input[name='wasChanged']").value = 'true';
  });
  // A basic document opened for editing starts with its editor.
  if (window.basicDocument && window.editable === 'EDIT_MODE') open();
}

/** @param {string} fieldId */
async function editInputField(fieldId) {
  if (!(await requestEditStatus())) return;
  await updateFieldsFromServer();
  closeOpenFields();
  reopenInputField(fieldId);
}

/** Shows what autosave kept of an earlier visit that ended without a save. */
async function showAutosavedFields() {
  if (window.hasAutosave !== 'true') return;
  const fields = await getJson('/workspace/editor/structuredDocument/getAutoSavedFields', {
    recordId: window.recordId,
  });
  for (const field of fields) showSavedField(field);
}

/** @param {string} selector @param {() => void} listener */
function onClick(selector, listener) {
  document.querySelector(selector)?.addEventListener('click', listener);
}

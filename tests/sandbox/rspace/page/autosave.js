import { apprise } from './dialogs.js';
import { unsentTexts } from './fields.js';
import { postForm } from './http.js';

const AUTOSAVE_MS = 10_000;

let autosavedSinceSave = false;
/** @type {number | undefined} */
let lastErrorStatus;
/** @type {Promise<boolean> | undefined} */
let running;

/** Sends changed fields every 10 s while the document is being edited. */
export function startAutosave() {
  setInterval(() => {
    if (window.editable === 'EDIT_MODE' && !running) autosave();
  }, AUTOSAVE_MS);
}

/** Sends all changed fields, after a run that is under way. @returns {Promise<boolean>} whether every field was stored */
export async function autosave() {
  await running;
  running = sendChangedFields().finally(() => {
    running = undefined;
  });
  return running;
}

/** Whether leaving the page would lose something. */
export function hasUnsavedChanges() {
  return autosavedSinceSave || changedFields().length > 0;
}

/** A full save or a cancel has settled everything. */
export function nothingUnsaved() {
  autosavedSinceSave = false;
}

async function sendChangedFields() {
  let stored = true;
  for (const { fieldId, value, setChanged, sent } of changedFields()) {
    notify(fieldId, 'Autosaving...');
    autosavedSinceSave = true;
    setChanged(false);
    try {
      const answer = await postForm('/workspace/editor/structuredDocument/ajax/autosaveField', {
        dataValue: value,
        fieldId,
      });
      if (answer.data !== true) throw Object.assign(new Error(answer.errorMsg), { status: 200 });
      sent();
      lastErrorStatus = undefined;
    } catch (error) {
      setChanged(true);
      stored = false;
      if (error.status !== lastErrorStatus) apprise(`Autosave failed. ${error.message}`);
      lastErrorStatus = error.status;
    }
    notify(fieldId, '');
  }
  return stored;
}

function changedFields() {
  return [...document.querySelectorAll('tr.field')].flatMap((row) => {
    const fieldId = row.querySelector("input[name='fieldId']").value;
    return row.getAttribute('name') === 'text' ? changedText(fieldId) : changedInput(fieldId, row);
  });
}

/** @param {string} fieldId */
function changedText(fieldId) {
  const textareaId = `rtf_${fieldId}`;
  const unsent = unsentTexts.get(textareaId);
  const editor = window.tinymce.get(textareaId);
  if (unsent === undefined && !editor?.isDirty()) return [];
  const sent = () => unsentTexts.delete(textareaId);
  return [
    { fieldId, value: unsent ?? editor.getContent(), setChanged: (dirty) => editor?.setDirty(dirty), sent },
  ];
}

/** @param {string} fieldId @param {Element} row */
function changedInput(fieldId, row) {
  const flag = row.querySelector("input[name='wasChanged']");
  if (flag.value !== 'true') return [];
  const setChanged = (changed) => {
    flag.value = String(changed);
  };
  return [{ fieldId, value: row.querySelector('.inputField').value, setChanged, sent: () => undefined }];
}

/** @param {string} fieldId @param {string} message */
function notify(fieldId, message) {
  document.querySelector(`#field-name-${fieldId} .fieldNotification`).textContent = message;
}

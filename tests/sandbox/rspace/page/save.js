import { autosave, nothingUnsaved } from './autosave.js';
import { apprise, blockPageDuring } from './dialogs.js';
import { closeOpenFields, forgetSynchronisation, updateFieldsFromServer } from './fields.js';
import { postForm } from './http.js';
import { lockReleased } from './lock.js';
import { displayStatus } from './status.js';
import { confirmToast } from './toast.js';
import { showViewToolbar } from './toolbar.js';

const AJAX = '/workspace/editor/structuredDocument/ajax';
let saveInProgress = false;

/**
 * Saves the document: sends what changed, makes it the content, then takes it over from the server.
 * @param {boolean} close leave for the workspace or the notebook afterwards
 * @param {boolean} unlock give the lock back and show the document for reading
 */
export async function saveStructuredDocument(close, unlock) {
  if (window.editable !== 'EDIT_MODE') {
    apprise('You cannot save the current document');
    return;
  }
  if (saveInProgress) return;
  saveInProgress = true;
  try {
    if (!(await blockPageDuring('Autosaving...', autosave()))) return;
    const form = { structuredDocumentId: window.recordId, unlock: String(unlock), settingsKey: '' };
    const saving = postForm(`${AJAX}/saveStructuredDocument`, form);
    const answer = await blockPageDuring('Saving...', saving);
    if (answer.data === null) throw new Error(answer.errorMsg);
    await afterSaving(answer, close, unlock);
  } catch (error) {
    apprise(`Save document failed. ${error.message}`);
  } finally {
    saveInProgress = false;
  }
}

/** Saves, and goes to another document: a copy of this one, or an empty one of the same form. @param {'clone' | 'new'} which */
export async function saveAndOpenAnother(which) {
  if (!(await blockPageDuring('Autosaving...', autosave()))) return;
  try {
    const form = { structuredDocumentId: window.recordId, unlock: 'true', settingsKey: '' };
    await blockPageDuring('Saving...', postForm(`${AJAX}/saveStructuredDocument`, form));
    const { data } = await postForm(`${AJAX}/anotherDocument`, {
      structuredDocumentId: window.recordId,
      which,
    });
    leaveFor(data, 'Document saved');
  } catch (error) {
    apprise(`Save document failed. ${error.message}`);
  }
}

/** Asks, then goes back to the last save and gives the lock back. */
export async function cancelAutosavedEdits() {
  const sure = await apprise(
    "Cancelling will revert the document's content back to its state at the last save - please confirm that you want to proceed.",
    { ok: 'Yes, cancel', cancel: "No, don't" },
  );
  if (!sure) return;
  try {
    const answer = await postForm(`${AJAX}/cancelAutosavedEdits`, { structuredDocumentId: window.recordId });
    if (answer.data === null) throw new Error(answer.errorMsg);
    leaveFor(answer.data, 'Edits cancelled');
  } catch (error) {
    apprise(`Cancel autosaved document edits failed. ${error.message}`);
  }
}

/** @param {{data: string, error: object | null}} answer @param {boolean} close @param {boolean} unlock */
async function afterSaving(answer, close, unlock) {
  nothingUnsaved();
  if (close || (unlock && window.basicDocument && window.fromNotebook !== '')) {
    leaveFor(answer.data, 'Document saved');
    return;
  }
  if (answer.error === null) confirmToast('Document saved', 'success', 3000);
  else confirmToast('Document saved, but no change in content was detected', 'warning', 4500);

  if (unlock) {
    lockReleased();
    forgetSynchronisation();
    closeOpenFields();
    showViewToolbar();
    window.editable = 'VIEW_MODE';
    displayStatus();
  }
  await updateFieldsFromServer(true);
}

/** @param {string} url @param {string} message */
function leaveFor(url, message) {
  lockReleased();
  nothingUnsaved();
  window.tinymce.activeEditor?.setDirty(false);
  confirmToast(message, 'success', 1000);
  setTimeout(() => {
    window.location.href = url;
  }, 1000);
}

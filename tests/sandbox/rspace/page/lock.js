import { apprise, blockPageDuring } from './dialogs.js';
import { getJson, postForm } from './http.js';
import { displayStatus } from './status.js';

const AJAX = '/workspace/editor/structuredDocument/ajax';
const CHECK_MS = 20_000;

let hasEditLock = false;

/** Forgets the lock after the server has released it. */
export function lockReleased() {
  hasEditLock = false;
}

/** Takes the document's edit lock, or says why it cannot be had. @returns {Promise<boolean>} */
export async function requestEditStatus() {
  if (window.editable === 'EDIT_MODE') {
    hasEditLock = true;
    return true;
  }
  if (window.editable !== 'VIEW_MODE' && window.editable !== 'CANNOT_EDIT_OTHER_EDITING') return false;
  try {
    const asking = postForm(`${AJAX}/requestEdit`, { recordId: window.recordId });
    window.editable = await blockPageDuring('Requesting edit lock', asking);
  } catch (error) {
    apprise(`Request for edit lock failed. ${error.message}`);
    return false;
  }
  displayStatus();
  hasEditLock = window.editable === 'EDIT_MODE';
  if (!hasEditLock) apprise(refusal());
  return hasEditLock;
}

/** Gives the lock back when the page is left. */
export function unlockRecord() {
  if (!hasEditLock) return;
  hasEditLock = false;
  postForm(`${AJAX}/unlockrecord`, { id: window.recordId }, true).catch(() => undefined);
}

/** Keeps an eye on other users' locks while this person does not edit. */
export function watchOtherEditors() {
  setInterval(checkOtherEditor, CHECK_MS);
}

async function checkOtherEditor() {
  const watching = () => ['VIEW_MODE', 'CANNOT_EDIT_OTHER_EDITING'].includes(window.editable);
  if (!watching()) return;
  const { data } = await getJson(`${AJAX}/otherUserEditingRecord`, { recordId: window.recordId });
  if (!watching()) return;
  for (const buttons of document.querySelectorAll('.fieldHeaderEditButton')) buttons.hidden = data !== null;
  window.editable = data === null ? 'VIEW_MODE' : 'CANNOT_EDIT_OTHER_EDITING';
  window.isEditable = data === null;
  if (data !== null) window.editor = data.username;
  displayStatus();
}

function refusal() {
  const sorry = "Sorry, you can't edit the document";
  if (window.editable !== 'CANNOT_EDIT_OTHER_EDITING') return sorry;
  return `${sorry} now - it is currently being edited by ${window.editor || 'someone else'}`;
}

/** The buttons while a field is open. @param {string} fieldId */
export function showEditButtons(fieldId) {
  setHidden('.editMode', false);
  setHidden(`#edit_${fieldId}`, true);
  setHidden(`#stopEdit_${fieldId}`, false);
}

/** The buttons of a field that was closed. @param {string} fieldId */
export function showViewButtons(fieldId) {
  setHidden(`#edit_${fieldId}`, false);
  setHidden(`#stopEdit_${fieldId}`, true);
}

/** No field is open any more. */
export function showViewToolbar() {
  setHidden('.editMode', true);
}

/** @param {string} selector @param {boolean} hidden */
function setHidden(selector, hidden) {
  for (const element of document.querySelectorAll(selector)) element.hidden = hidden;
}

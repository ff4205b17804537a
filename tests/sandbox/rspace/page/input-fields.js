import { showEditButtons, showViewButtons } from './toolbar.js';

/** Id of the date or number field that is open, or undefined. @type {string | undefined} */
let openInput;

/** Shows the input of a date or number field. The caller has taken the lock and closed other fields. @param {string} fieldId */
export function reopenInputField(fieldId) {
  const input = inputOf(fieldId);
  input.hidden = false;
  document.querySelector(`#plainText_${fieldId}`).hidden = true;
  input.focus();
  showEditButtons(fieldId);
  openInput = fieldId;
}

/** Closes the open date or number field. @returns {string | undefined} its id */
export function closeInputField() {
  const fieldId = openInput;
  if (fieldId === undefined) return undefined;
  const input = inputOf(fieldId);
  input.hidden = true;
  const text = document.querySelector(`#plainText_${fieldId}`);
  text.textContent = input.value;
  text.hidden = false;
  showViewButtons(fieldId);
  openInput = undefined;
  return fieldId;
}

/** @param {string} fieldId @param {string} value */
export function showInputValue(fieldId, value) {
  inputOf(fieldId).value = value;
  document.querySelector(`#plainText_${fieldId}`).textContent = value;
}

/** @param {string} fieldId @returns {HTMLInputElement} */
function inputOf(fieldId) {
  return document.querySelector(`#field_${fieldId} .inputField`);
}

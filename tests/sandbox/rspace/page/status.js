const LABELS = {
  VIEW_MODE: 'Viewing',
  EDIT_MODE: 'Editing',
  CANNOT_EDIT_OTHER_EDITING: 'Being edited by ',
  CANNOT_EDIT_NO_PERMISSION: 'Read only',
  CAN_NEVER_EDIT: 'Signed or old version: cannot be edited',
};

/** Shows the state of the document beside the breadcrumb. */
export function displayStatus() {
  const { editable, editor } = window;
  const status = document.querySelector('#status');
  if (!status) return;
  status.textContent =
    LABELS[editable] + (editable === 'CANNOT_EDIT_OTHER_EDITING' ? editor || 'someone else' : '');
  status.dataset.status = editable;
}

/** Whether this person can edit now, or could when another one has finished. */
export function canBeEditable() {
  return ['VIEW_MODE', 'EDIT_MODE', 'CANNOT_EDIT_OTHER_EDITING'].includes(window.editable);
}

/** Puts a reading view beside every textarea and hides the textarea. */
export function createViewModeDivs() {
  for (const textarea of document.querySelectorAll('textarea.tinymce')) {
    const view = document.createElement('div');
    view.id = `div_${textarea.id}`;
    view.className = 'isResizable textFieldViewModeDiv';
    textarea.after(view);
    showRichText(textarea.id);
  }
}

/** Shows a text field's content for reading and says so. @param {string} textareaId */
export function showRichText(textareaId) {
  const textarea = document.querySelector(`#${textareaId}`);
  const view = document.querySelector(`#div_${textareaId}`);
  view.innerHTML = textarea.value;
  for (const table of view.querySelectorAll('table')) wrapForDownload(table);
  view.hidden = false;
  textarea.hidden = true;
  document.dispatchEvent(new CustomEvent('document-placed', { detail: textareaId }));
}

/** RSpace offers each table as a CSV file while it is read. @param {HTMLTableElement} table */
function wrapForDownload(table) {
  const wrap = document.createElement('div');
  wrap.className = 'tableDownloadWrap';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-sm';
  button.textContent = 'CSV';
  table.replaceWith(wrap);
  wrap.append(button, table);
}

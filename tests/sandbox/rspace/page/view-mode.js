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
  view.hidden = false;
  textarea.hidden = true;
  document.dispatchEvent(new CustomEvent('document-placed', { detail: textareaId }));
}

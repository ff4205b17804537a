import { getJson } from './http.js';

/**
 * Builds a new TinyMCE on a textarea. RSpace asks for the toolbar's configuration every time, so there is a moment without an
 * editor after each removal.
 * @param {string} textareaId
 */
export async function initTinyMCE(textareaId) {
  const { toolbar } = await getJson('/scripts/rspace/toolbar.json');
  window.tinymcesetup.toolbar = toolbar;
  await new Promise((resolve) => {
    const editor = window.tinymce.createEditor(textareaId, window.tinymcesetup);
    editor.on('init', resolve);
    editor.render();
  });
}

/** Removes the editor of a textarea, which gets its content. @param {string} textareaId */
export function removeTinyMCE(textareaId) {
  window.tinymce.remove(`#${textareaId}`);
}

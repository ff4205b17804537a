import { isVisible } from '../page/visible.ts';
import type { EditorDescription, TextField } from './editor-protocol.ts';
import { fieldName } from './text-fields.ts';
import type { TinyMceEditor } from './tinymce.ts';

/** RSpace names the editor of a text field after its textarea. */
const textFieldId = /^rtf_(\d+)$/;

function isUsable(editor: TinyMceEditor): boolean {
  return (
    textFieldId.test(editor.id) &&
    editor.initialized &&
    !editor.removed &&
    editor.mode?.get() !== 'readonly' &&
    isVisible(editor.getContainer())
  );
}

/** RSpace's Inventory runs TinyMCE 8; its documents run 5, the only version that this was written for. */
export function kindOfEditor({ tinymce }: Window): EditorDescription['editor'] {
  if (!tinymce) return 'none';
  return tinymce.majorVersion === '5' ? 'known' : 'unknown';
}

/**
 * Finds the editor of the text field that is open now. Every save and every change of field removes the editor and
 * creates another, so what is found is never kept.
 */
export function openEditor(page: Window): TinyMceEditor | null {
  const { tinymce } = page;
  if (!tinymce || kindOfEditor(page) !== 'known') return null;
  const usable = tinymce.get().filter(isUsable);
  return usable.find((editor) => editor === tinymce.activeEditor) ?? usable[0] ?? null;
}

/** @returns the field that an editor belongs to. */
export function fieldOf(editor: TinyMceEditor, page: Document): TextField {
  const id = textFieldId.exec(editor.id)?.[1] ?? '';
  return { id, name: fieldName(id, page) };
}

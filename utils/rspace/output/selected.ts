import type { Selected } from '../editor/editor-protocol.ts';
import type { TinyMceEditor } from '../editor/tinymce.ts';

/** As much of a selection's text as is enough to recognise it. */
const mostText = 60;

/** @returns what is selected; null for a mere caret, and for a block of RSpace's that a click has selected as a whole. */
export function selectedIn({ selection }: TinyMceEditor): Selected | null {
  if (selection.isCollapsed() || selection.getNode().closest('[contenteditable="false"]')) return null;
  const text = selection.getRng().toString();
  return { text: text.slice(0, mostText), length: text.length };
}

/** @returns whether the selection is the one that the person was shown. */
export function isSelected(editor: TinyMceEditor, shown: Selected): boolean {
  const selected = selectedIn(editor);
  return selected !== null && selected.text === shown.text && selected.length === shown.length;
}

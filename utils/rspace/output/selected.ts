import type { Selected } from '../editor/editor-protocol.ts';
import type { TinyMceEditor } from '../editor/tinymce.ts';

/** TinyMCE's own mark. */
const selectedCells = ':is(td, th)[data-mce-selected]';

const cellAround = (node: Node) =>
  (node.nodeType === node.ELEMENT_NODE ? (node as Element) : node.parentElement)?.closest('td, th') ?? null;

/** As much of a selection's text as is enough to recognise it. */
const mostText = 60;

/**
 * @returns what is selected; null for a mere caret, for a block of RSpace's that a click has selected as a whole, and for
 *   cells of a table: the browser's selection ends in one of them, and TinyMCE deletes what is in all of them.
 */
export function selectedIn(editor: TinyMceEditor): Selected | null {
  const { selection } = editor;
  if (selection.isCollapsed() || selection.getNode().closest('[contenteditable="false"]')) return null;
  const range = selection.getRng();
  if (editor.getBody().querySelector(selectedCells)) return null;
  if (cellAround(range.startContainer) !== cellAround(range.endContainer)) return null;
  const text = range.toString();
  return { text: text.slice(0, mostText), length: text.length };
}

/** @returns whether the selection is the one that the person was shown. */
export function isSelected(editor: TinyMceEditor, shown: Selected): boolean {
  const selected = selectedIn(editor);
  return selected !== null && selected.text === shown.text && selected.length === shown.length;
}

/**
 * Inserting into TinyMCE so that a document is never damaged. Runs in the page's world; whatever is inserted was
 * built as DOM nodes by `table.ts`.
 */
import type { TinyMceEditor } from './tinymce.ts';

/** Blocks that an insertion must not land in: tables would nest, the others would be torn in two. */
const closedBlocks =
  'table, ul, ol, dl, pre, h1, h2, h3, h4, h5, h6, .mceNonEditable, [contenteditable="false"]';

/** @returns the outermost closed block around `node`, within the editor's body. */
function closedBlockAround(node: Element, body: HTMLElement): Element | null {
  let outermost: Element | null = null;
  for (let inner = node.closest(closedBlocks); inner && body.contains(inner) && inner !== body; ) {
    outermost = inner;
    inner = inner.parentElement?.closest(closedBlocks) ?? null;
  }
  return outermost;
}

/** After an insertion the caret belongs into the paragraph that follows, ready for the next words. */
function placeCaretAfter(editor: TinyMceEditor, inserted: Element): void {
  let next = inserted.nextElementSibling;
  if (!next || next.matches(closedBlocks) || next.nodeName !== 'P') {
    next = editor.getDoc().createElement('p');
    next.append(editor.getDoc().createElement('br'));
    inserted.after(next);
  }
  editor.selection.setCursorLocation(next, 0);
}

/**
 * Inserts one block, as one undo step: at the caret, after the outermost table or non-editable block around it, or
 * at the end of a field in which there has never been a caret. A selection is not replaced: the block follows it.
 *
 * @param marker the value of the block's `data-calira-insertion`.
 * @param visited whether the field has ever had the focus.
 * @returns whether the block is there now.
 */
export function insertBlock(editor: TinyMceEditor, html: string, marker: string, visited: boolean): boolean {
  const find = () => editor.getBody().querySelector(`[data-calira-insertion="${CSS.escape(marker)}"]`);
  const insert = () => {
    const body = editor.getBody();
    if (visited) editor.selection.collapse(false);
    const closed = visited ? closedBlockAround(editor.selection.getNode(), body) : null;
    if (closed) closed.after(editor.dom.createFragment(html));
    else if (visited) editor.insertContent(html);
    else body.append(editor.dom.createFragment(html));
    const inserted = find();
    if (!inserted) throw new Error('not inserted');
    placeCaretAfter(editor, inserted);
  };
  // What fails half-way is taken back: the document is then as it was.
  const before = editor.getContent();
  try {
    editor.undoManager.transact(insert);
  } catch {
    editor.setContent(before);
    return false;
  }
  const inserted = find();
  if (!inserted) return false;
  editor.setDirty(true);
  editor.nodeChanged();
  editor.selection.scrollIntoView(inserted);
  return true;
}

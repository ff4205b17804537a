/**
 * Inserting into TinyMCE so that a document is never damaged. Runs in the page's world; whatever is inserted was
 * built as DOM nodes by the panel.
 */
import type { Insertion } from './editor-protocol.ts';
import type { TinyMceEditor } from './tinymce.ts';
import { asUndoStep } from './undo-step.ts';
import { wordsIn } from './words-in.ts';

/** Blocks that RSpace or TinyMCE treat as one piece: an insertion would tear them in two. */
const sealed = '.mceNonEditable, [contenteditable="false"]';
/** Where a block must not land: tables would nest, the others would be torn in two. */
const closedToBlocks = `table, ul, ol, dl, pre, h1, h2, h3, h4, h5, h6, ${sealed}`;
/** Links neither nest nor are torn in two. */
const link = 'a[href]';

/** @returns the outermost element around `node` that matches, within the editor's body. */
function outermostAround(node: Element, selector: string, body: HTMLElement): Element | null {
  let outermost: Element | null = null;
  for (let inner = node.closest(selector); inner && inner !== body && body.contains(inner); ) {
    outermost = inner;
    inner = inner.parentElement?.closest(selector) ?? null;
  }
  return outermost;
}

function isEmptyParagraph(element: Element | null): element is Element {
  return element?.nodeName === 'P' && !element.textContent?.trim() && !element.querySelector('img, iframe');
}

/** After a block the caret belongs into the paragraph that follows, ready for the next words. */
export function placeCaretAfterBlock(editor: TinyMceEditor, block: Element): void {
  let next = block.nextElementSibling;
  if (next?.nodeName !== 'P' || next.matches(sealed)) {
    next = editor.getDoc().createElement('p');
    next.append(editor.getDoc().createElement('br'));
    block.after(next);
  }
  editor.selection.setCursorLocation(next, 0);
}

/** A field that was never entered gets the insertion at its end. */
function append(editor: TinyMceEditor, { html, inline }: Insertion): void {
  const body = editor.getBody();
  const last = body.lastElementChild;
  const fragment = editor.dom.createFragment(html);
  if (inline) {
    const paragraph = isEmptyParagraph(last) ? last : body.appendChild(editor.getDoc().createElement('p'));
    paragraph.replaceChildren(fragment);
  } else if (isEmptyParagraph(last)) last.before(fragment);
  else body.append(fragment);
}

function insertAtCaret(editor: TinyMceEditor, { html, inline }: Insertion): void {
  const { selection } = editor;
  selection.collapse(false);
  const around = (selector: string) => outermostAround(selection.getNode(), selector, editor.getBody());
  const closed = around(inline ? sealed : closedToBlocks);
  if (closed) {
    closed.after(editor.dom.createFragment(html));
    return;
  }
  const torn = around(link);
  if (torn) {
    const after = editor.getDoc().createRange();
    after.setStartAfter(torn);
    selection.setRng(after);
  }
  editor.insertContent(html);
}

/** What makes up a field besides its words. */
const things = 'img, table, li, hr, iframe, .mceNonEditable';

/** @returns how to ask whether everything that is in the field now is still there, beside an insertion. */
function inventory(body: HTMLElement): (inserted: Element) => boolean {
  const words = wordsIn(body);
  const count = body.querySelectorAll(things).length;
  return (inserted) => wordsIn(body, inserted) === words && body.querySelectorAll(things).length >= count;
}

/**
 * Inserts as one undo step. A block goes to the caret, or after the outermost table, list, heading or non-editable
 * block around it; text goes to the caret, or after the link or the non-editable block around it. A selection stays
 * unless it is to be replaced.
 *
 * @param atCaret false for a field in which the person has never been: the insertion then goes to its end.
 * @returns whether it is there now, and everything else still is. If not, nothing has changed.
 */
export function insert(editor: TinyMceEditor, insertion: Insertion, atCaret: boolean): boolean {
  const find = () =>
    editor.getBody().querySelector(`[data-calira-insertion="${CSS.escape(insertion.marker)}"]`);
  const done = asUndoStep(editor, () => {
    if (insertion.replacing) editor.execCommand('Delete');
    const nothingLost = inventory(editor.getBody());
    if (atCaret) insertAtCaret(editor, insertion);
    else append(editor, insertion);
    const inserted = find();
    if (!inserted || !nothingLost(inserted)) return false;
    if (!insertion.inline) placeCaretAfterBlock(editor, inserted);
    return true;
  });
  const inserted = done ? find() : null;
  if (inserted) editor.selection.scrollIntoView(inserted);
  return inserted !== null;
}

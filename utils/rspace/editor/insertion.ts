/**
 * Inserting into TinyMCE so that a document is never damaged. Runs in the page's world; whatever is inserted was
 * built as DOM nodes by the panel.
 */

import { isInsertion, wordsIn } from '../output/words-in.ts';
import { placeCaretAfterBlock, placeCaretAfterText } from './caret-after.ts';
import type { Place } from './carets.ts';
import { closedToBlocks, link, outermostAround, sealed } from './closed-blocks.ts';
import type { Insertion } from './editor-protocol.ts';
import type { TinyMceEditor } from './tinymce.ts';
import { asUndoStep } from './undo-step.ts';

/** Nothing is in it, and nothing could point at it: a link leads to an anchor, or to an id. */
function isEmptyParagraph(element: Element | null): element is Element {
  return (
    element?.nodeName === 'P' &&
    !element.textContent?.trim() &&
    !element.matches('[id]') &&
    !element.querySelector('img, iframe, a, [id], [name]')
  );
}

/** A field that was never entered gets the insertion at its end. */
function append(editor: TinyMceEditor, { html, inline }: Insertion): void {
  const body = editor.getBody();
  const last = body.lastElementChild;
  const empty = isEmptyParagraph(last) ? last : null;
  if (inline) {
    body.append(paragraphOf(editor, html));
    empty?.remove();
  } else if (empty) empty.before(editor.dom.createFragment(html));
  else body.append(editor.dom.createFragment(html));
}

/** @param selected the block that is selected as a whole, if one is. */
function insertAtCaret(editor: TinyMceEditor, { html, inline }: Insertion, selected: Element | null): void {
  const { selection } = editor;
  if (!selected) selection.collapse(false);
  const around = (selector: string) =>
    outermostAround(selected ?? selection.getNode(), selector, editor.getBody());
  const closed = around(inline ? sealed : closedToBlocks);
  if (closed) {
    closed.after(inline ? paragraphOf(editor, html) : editor.dom.createFragment(html));
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

function paragraphOf(editor: TinyMceEditor, html: string): Element {
  const paragraph = editor.getDoc().createElement('p');
  paragraph.append(editor.dom.createFragment(html));
  return paragraph;
}

/** What makes up a field besides its words. */
const things = 'img, table, li, hr, iframe, .mceNonEditable';

/** @returns how to ask whether the field holds what it holds now, the insertion, and nothing else. */
function inventory(body: HTMLElement): (inserted: DocumentFragment) => boolean {
  const words = wordsIn(body);
  const count = body.querySelectorAll(things).length;
  return (inserted) =>
    isInsertion(words, wordsIn(inserted), wordsIn(body)) &&
    body.querySelectorAll(things).length >= count + inserted.querySelectorAll(things).length;
}

/** @returns whether what was selected is gone, and nothing else is. */
function deleteSelected(editor: TinyMceEditor): boolean {
  const body = editor.getBody();
  const selected = editor.selection.getRng().cloneContents();
  const words = wordsIn(body);
  const count = body.querySelectorAll(things).length;
  editor.execCommand('Delete');
  return (
    isInsertion(wordsIn(body), wordsIn(selected), words) &&
    body.querySelectorAll(things).length >= count - selected.querySelectorAll(things).length
  );
}

/** @returns what was inserted with this marker, if it is there. */
export function insertedIn(editor: TinyMceEditor, marker: string): Element | null {
  return editor.getBody().querySelector(`[data-calira-insertion="${CSS.escape(marker)}"]`);
}

/**
 * Inserts as one undo step. A block goes to the caret, or after the outermost table, list, heading or non-editable
 * block around it; text goes to the caret, or after the link or the non-editable block around it. A selection stays
 * unless it is to be replaced.
 *
 * @returns whether it is there now, and everything else still is. If not, nothing has changed.
 */
export function insert(editor: TinyMceEditor, insertion: Insertion, place: Place): boolean {
  const find = () => insertedIn(editor, insertion.marker);
  const done = asUndoStep(editor, () => {
    if (insertion.replacing && !deleteSelected(editor)) return false;
    const nothingLost = inventory(editor.getBody());
    if (place === 'end') append(editor, insertion);
    else insertAtCaret(editor, insertion, place === 'caret' ? null : place);
    const inserted = find();
    if (!inserted || !nothingLost(editor.dom.createFragment(insertion.html))) return false;
    if (insertion.inline) placeCaretAfterText(editor, inserted);
    else placeCaretAfterBlock(editor, inserted);
    return true;
  });
  const inserted = done ? find() : null;
  if (inserted) editor.selection.scrollIntoView(inserted);
  return inserted !== null;
}

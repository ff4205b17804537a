/** Where the caret belongs after an insertion: behind it, so that the next words stand outside of it. */
import { sealed } from './closed-blocks.ts';
import type { TinyMceEditor } from './tinymce.ts';

/** After a block the caret stands in the paragraph that follows; where there is none, one is made. */
export function placeCaretAfterBlock(editor: TinyMceEditor, block: Element): void {
  let next = block.nextElementSibling;
  if (next?.nodeName !== 'P' || next.matches(sealed)) {
    next = editor.getDoc().createElement('p');
    next.append(editor.getDoc().createElement('br'));
    block.after(next);
  }
  editor.selection.setCursorLocation(next, 0);
}

/**
 * After links in the running text the caret stands behind a space: directly behind them, a browser would write the next
 * words into the last link.
 */
export function placeCaretAfterText(editor: TinyMceEditor, inserted: Element): void {
  const next = inserted.nextSibling;
  let space: Node | null =
    next?.nodeType === Node.TEXT_NODE && /^\s/.test(next.nodeValue ?? '') ? next : null;
  if (!space) {
    // At the end of a line an ordinary space has no width.
    space = editor.getDoc().createTextNode(next?.textContent?.trim() ? ' ' : '\u00a0');
    inserted.after(space);
  }
  editor.selection.setCursorLocation(space, 1);
}

/** What becomes of a table of ours that was copied and is pasted. Runs in the page's world. */
import { placeCaretAfterBlock } from './caret-after.ts';
import { outermostAround } from './closed-blocks.ts';
import type { TinyMceEditor } from './tinymce.ts';

const ours = 'table[data-tablesource="clustermarket" i]';

/**
 * Puts the caret behind a pasted table of ours. TinyMCE leaves it in the last cell, where the same table, pasted once more,
 * would be merged into it.
 */
export function leavePastedTables(editor: TinyMceEditor): void {
  editor.on('PastePostProcess', (event) => {
    const pasted = event?.node;
    if (!pasted?.querySelector(ours)) return;
    // Pasted together with the table, the paragraph is part of the same undo step.
    if (isAtLastBlock(editor)) pasted.append(emptyParagraph(editor));
    // TinyMCE inserts what was pasted once its listeners have seen it.
    setTimeout(() => {
      if (editor.removed) return;
      const table = outermostAround(editor.selection.getNode(), ours, editor.getBody());
      if (table) placeCaretAfterBlock(editor, table);
    });
  });
}

function emptyParagraph(editor: TinyMceEditor): Element {
  const paragraph = editor.getDoc().createElement('p');
  paragraph.append(editor.getDoc().createElement('br'));
  return paragraph;
}

/** @returns whether nothing that could take the caret stands behind it: no more words of its block, and no paragraph. */
function isAtLastBlock(editor: TinyMceEditor): boolean {
  const body = editor.getBody();
  const { endContainer, endOffset } = editor.selection.getRng();
  if (endContainer === body) return true;
  let block: Node = endContainer;
  while (block.parentNode && block.parentNode !== body) block = block.parentNode;
  const rest = editor.getDoc().createRange();
  rest.setStart(endContainer, endOffset);
  rest.setEndAfter(block);
  return !rest.toString().trim() && (block as Element).nextElementSibling?.nodeName !== 'P';
}

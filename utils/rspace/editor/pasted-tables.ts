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
    if (!event?.node?.querySelector(ours)) return;
    // TinyMCE inserts what was pasted once its listeners have seen it.
    setTimeout(() => {
      if (editor.removed) return;
      const table = outermostAround(editor.selection.getNode(), ours, editor.getBody());
      if (table) editor.undoManager.ignore(() => placeCaretAfterBlock(editor, table));
    });
  });
}

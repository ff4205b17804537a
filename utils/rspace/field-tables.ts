/** The tables of bookings in an open field: reading them, and putting a newer one in the place of one. */

import { placeCaretAfterBlock } from './caret-after.ts';
import type { FieldTable, Replacement } from './editor-protocol.ts';
import type { TinyMceEditor } from './tinymce.ts';
import { asUndoStep } from './undo-step.ts';

/** Ours, and those of RSpace's own Calira dialog. */
const tableOfBookings = 'table[data-tablesource="clustermarket" i]';

function tablesIn(editor: TinyMceEditor): Element[] {
  return [...editor.getBody().querySelectorAll(tableOfBookings)];
}

/** @returns the tables as RSpace would save them, and the length of the whole field in RSpace's form post. */
export function contentOf(editor: TinyMceEditor): { bytes: number; tables: FieldTable[] } {
  const tables = tablesIn(editor).map((table, position) => ({
    position,
    html: editor.serializer.serialize(table),
  }));
  const form = new URLSearchParams({ dataValue: editor.getContent() }).toString();
  return { bytes: form.length - 'dataValue='.length, tables };
}

/** Replaces one table as one undo step, if it is still the one that was read. The caret then stands after it. */
export function replaceTable(
  editor: TinyMceEditor,
  { position, expected, html, marker }: Replacement,
): 'replaced' | 'changedMeanwhile' | 'failed' {
  const old = tablesIn(editor)[position];
  if (!old || editor.serializer.serialize(old) !== expected) return 'changedMeanwhile';
  const withCaret = old.contains(editor.selection.getNode());
  const count = tablesIn(editor).length;
  const replaced = asUndoStep(editor, () => {
    old.replaceWith(editor.dom.createFragment(html));
    const now = tablesIn(editor);
    const here = now[position];
    if (here?.getAttribute('data-calira-insertion') !== marker || now.length !== count) return false;
    if (withCaret) placeCaretAfterBlock(editor, here);
    return true;
  });
  return replaced ? 'replaced' : 'failed';
}

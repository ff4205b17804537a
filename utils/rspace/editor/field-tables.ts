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

/** @returns whether an update would have something to look at. */
export function hasBookings(editor: TinyMceEditor): boolean {
  const bookings = ':has(tr[data-calira-booking], a[href*="/my_bookings/"])';
  return editor.getBody().querySelector(tableOfBookings + bookings) !== null;
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

/**
 * Replaces tables as one undo step, if each is still the one that was read. A caret in one of them then stands after it.
 */
export function replaceTables(
  editor: TinyMceEditor,
  { tables }: Replacement,
): 'replaced' | 'changedMeanwhile' | 'failed' {
  const found = tablesIn(editor);
  const changed = tables.some(({ position, expected }) => {
    const old = found[position];
    return !old || editor.serializer.serialize(old) !== expected;
  });
  if (changed) return 'changedMeanwhile';
  const around = editor.selection.getNode();
  const withCaret = tables.find(({ position }) => found[position]?.contains(around));
  const replaced = asUndoStep(editor, () => {
    for (const { position, html } of tables) {
      found[position]?.replaceWith(editor.dom.createFragment(html));
    }
    const now = tablesIn(editor);
    if (now.length !== found.length || tables.some(({ position }) => now[position] === found[position]))
      return false;
    const here = withCaret && now[withCaret.position];
    if (here) placeCaretAfterBlock(editor, here);
    return true;
  });
  return replaced ? 'replaced' : 'failed';
}

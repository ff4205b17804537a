/** What the editor adapter does for the panel, one function for each command. Runs in the page's world. */

import { isSelected, selectedIn } from '../output/selected.ts';
import type { Carets } from './carets.ts';
import type { EditorCommand, EditorCommands, MenuWords } from './editor-protocol.ts';
import { refusals } from './editor-protocol.ts';
import { contentOf, hasBookings, replaceTables } from './field-tables.ts';
import { insert, insertedIn } from './insertion.ts';
import { fieldOf, kindOfEditor, openEditor } from './open-editor.ts';
import { hasTextField, textFields } from './text-fields.ts';
import type { TinyMceEditor } from './tinymce.ts';

/** Why a command is not done: one of the extension's error codes. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export type EditorAnswers = {
  [C in EditorCommand]: (parameters: EditorCommands[C]['parameters']) => EditorCommands[C]['value'];
};

/**
 * Everything is looked up afresh for each command, because RSpace re-creates editors and changes `editable` at any time.
 * @param menus puts our entry into RSpace's menus, and takes it away.
 * @throws {Refusal}
 */
export function createEditorCommands(
  page: Window,
  carets: Carets,
  menus: { offer: (words: MenuWords) => void; withdraw: (sentence: string) => void },
): EditorAnswers {
  const { document } = page;
  const editable = () => (typeof page.editable === 'string' ? page.editable : null);
  const current = () => (editable() === 'EDIT_MODE' ? openEditor(page) : null);

  /** The marker of what was inserted last. */
  let last: string | null = null;

  /** @param field the only one that will do, where it matters. */
  function open(field?: string): TinyMceEditor {
    const editor = current();
    const wanted = editor && (field === undefined || fieldOf(editor, document).id === field);
    if (!editor || !wanted) throw new Refusal(refusals.get(editable()) ?? 'notEditing');
    return editor;
  }

  return {
    describe() {
      const editor = current();
      return {
        editable: editable(),
        field: editor && fieldOf(editor, document),
        fields: textFields(document),
        selected: editor && carets.entered(editor) ? selectedIn(editor) : null,
        insertion: editor && last !== null && insertedIn(editor, last) ? last : null,
        hasBookings: editor !== null && hasBookings(editor),
        hasTextField: hasTextField(document),
        editor: kindOfEditor(page),
      };
    },
    insert(insertion) {
      const editor = open(insertion.field);
      const { replacing } = insertion;
      if (replacing && !isSelected(editor, replacing)) throw new Refusal('selectionChanged');
      const inserted = insert(editor, insertion, insertion.atEnd ? 'end' : carets.restore(editor));
      if (inserted) last = insertion.marker;
      return { inserted, field: fieldOf(editor, document).name };
    },
    tables() {
      const editor = open();
      return { field: fieldOf(editor, document), ...contentOf(editor) };
    },
    offer(words) {
      menus.offer(words);
      return { offered: true };
    },
    withdraw({ sentence }) {
      menus.withdraw(sentence);
      return { withdrawn: true };
    },
    replace: (replacement) => ({ outcome: replaceTables(open(replacement.field), replacement) }),
  };
}

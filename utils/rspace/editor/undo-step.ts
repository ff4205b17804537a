import type { TinyMceEditor } from './tinymce.ts';

/**
 * Does `work` as one undo step. What fails half-way, or turns out wrong, is taken back: the field, its caret and
 * whether it counts as changed are then as they were.
 *
 * @param work changes the content, and tells whether the result is as it should be.
 * @returns whether it was.
 */
export function asUndoStep(editor: TinyMceEditor, work: () => boolean): boolean {
  const before = editor.getContent({ format: 'raw' });
  const caret = editor.selection.getBookmark(2, true);
  const dirty = editor.isDirty();
  // What a script has changed without telling the undo manager must not be undone together with this.
  editor.undoManager.add();
  try {
    editor.undoManager.transact(() => {
      if (!work()) throw new Error('not as it should be');
    });
  } catch {
    editor.setContent(before, { format: 'raw' });
    editor.selection.moveToBookmark(caret);
    editor.setDirty(dirty);
    return false;
  }
  editor.setDirty(true);
  editor.nodeChanged();
  return true;
}

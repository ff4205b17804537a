/**
 * Where the person was last in a field. RSpace removes and re-creates the editor at every save and then puts the focus
 * to its very top, where nobody has been: the caret from before the save is meant.
 */
import type { TinyMceEditor } from './tinymce.ts';
import { wordsIn } from './words-in.ts';

interface LastSeen {
  bookmark: unknown;
  words: string;
}

export interface Carets {
  follow(editor: TinyMceEditor): void;
  /** @returns whether there has ever been a caret in this editor. */
  entered(editor: TinyMceEditor): boolean;
  /**
   * Puts the caret where the person had it before the editor was re-created, unless they have been in it since.
   * @returns whether the caret means something; in a field that was never entered it does not.
   */
  restore(editor: TinyMceEditor): boolean;
}

export function createCarets(): Carets {
  const entered = new WeakSet<TinyMceEditor>();
  /** Editors in which the person has clicked or pressed a key. */
  const used = new WeakSet<TinyMceEditor>();
  /** By the id of an editor, which its successor has too. */
  const before = new Map<string, LastSeen>();

  function remember(editor: TinyMceEditor): void {
    if (!hasCaret(editor)) return;
    before.set(editor.id, {
      bookmark: editor.selection.getBookmark(2, true),
      words: wordsIn(editor.getBody()),
    });
  }

  /** A successor that only RSpace has focused has the caret at its very top. */
  function hasCaret(editor: TinyMceEditor): boolean {
    if (!entered.has(editor)) return false;
    return used.has(editor) || !before.has(editor.id) || !isAtTop(editor);
  }

  return {
    follow(editor) {
      if (editor.getDoc()?.hasFocus()) entered.add(editor);
      editor.on('focus', () => entered.add(editor));
      editor.on('mousedown touchstart keydown', () => used.add(editor));
      editor.on('remove', () => remember(editor));
    },
    entered: (editor) => entered.has(editor),
    restore(editor) {
      if (hasCaret(editor)) return true;
      const last = before.get(editor.id);
      // Somebody else's changes may have come in with the save.
      if (last?.words !== wordsIn(editor.getBody())) return false;
      editor.selection.moveToBookmark(last.bookmark);
      return true;
    },
  };
}

function isAtTop(editor: TinyMceEditor): boolean {
  const range = editor.selection.getRng();
  if (!range.collapsed) return false;
  const before = editor.getDoc().createRange();
  before.setStart(editor.getBody(), 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString() === '' && !before.cloneContents().querySelector('img, table, hr');
}

/**
 * Where the person was last in a field. RSpace removes and re-creates the editor at every save and change of field, and
 * puts the focus to its very top, where nobody has been: the caret from before is meant, or the end of the field.
 */

import { wordsIn } from '../output/words-in.ts';
import { sealed } from './closed-blocks.ts';
import type { TinyMceEditor } from './tinymce.ts';

interface LastSeen {
  bookmark: unknown;
  words: string;
  /** How many of the words' characters stand before the caret. */
  before: number;
}

/** Where something goes: to the caret, after a block that is selected as a whole, or to the end of the field. */
export type Place = 'caret' | 'end' | Element;

export interface Carets {
  follow(editor: TinyMceEditor): void;
  /** @returns whether there has ever been a caret in this editor. */
  entered(editor: TinyMceEditor): boolean;
  /**
   * Puts the caret where the person had it before the editor was re-created, unless they have been in it since.
   * @returns where they are; in a field that they have never been in, that is its end.
   */
  restore(editor: TinyMceEditor): Place;
}

export function createCarets(): Carets {
  const entered = new WeakSet<TinyMceEditor>();
  /** Editors in which the person has clicked, pressed a key or written. */
  const used = new WeakSet<TinyMceEditor>();
  /** Blocks that are selected as a whole. TinyMCE forgets that when the focus leaves for the panel. */
  const whole = new WeakMap<TinyMceEditor, Element>();
  /** By the id of an editor, which its successor has too; null for a field that the person has never been in. */
  const before = new Map<string, LastSeen | null>();

  function remember(editor: TinyMceEditor): void {
    if (hasCaret(editor))
      before.set(editor.id, {
        bookmark: editor.selection.getBookmark(2, true),
        words: wordsIn(editor.getBody()),
        before: wordsIn(untilCaret(editor)).length,
      });
    else if (!before.has(editor.id)) before.set(editor.id, null);
  }

  /** An editor that only RSpace has focused has the caret at its very top. */
  function hasCaret(editor: TinyMceEditor): boolean {
    return entered.has(editor) && (used.has(editor) || !isAtTop(editor));
  }

  return {
    follow(editor) {
      if (editor.getDoc()?.hasFocus()) entered.add(editor);
      editor.on('focus', () => entered.add(editor));
      editor.on('mousedown touchstart keydown input', () => used.add(editor));
      editor.on('SelectionChange NodeChange', () => {
        if (!editor.hasFocus()) return;
        const block = editor.selection.getNode().closest(sealed);
        if (block) whole.set(editor, block);
        else whole.delete(editor);
      });
      editor.on('remove', () => remember(editor));
    },
    entered: (editor) => entered.has(editor),
    restore(editor) {
      const block = whole.get(editor);
      const has = hasCaret(editor);
      if (has && block && editor.getBody().contains(block)) return block;
      if (has) return 'caret';
      const last = before.get(editor.id);
      // Somebody else's changes may have come in with the save.
      if (last?.words !== wordsIn(editor.getBody())) return 'end';
      editor.selection.moveToBookmark(last.bookmark);
      // What the sanitiser has taken away around the words can leave a bookmark without its place.
      return wordsIn(untilCaret(editor)).length === last.before ? 'caret' : 'end';
    },
  };
}

function isAtTop(editor: TinyMceEditor): boolean {
  // A block that cannot be edited is selected as a whole where the caret would be before it.
  if (!editor.selection.isCollapsed() && !editor.selection.getNode().closest(sealed)) return false;
  const before = untilCaret(editor);
  // A table that begins the field has the caret in its first cell.
  return /^[\s\ufeff]*$/.test(before.textContent ?? '') && !before.querySelector('img, hr');
}

/** @returns a copy of everything before the caret. */
function untilCaret(editor: TinyMceEditor): DocumentFragment {
  const { startContainer, startOffset } = editor.selection.getRng();
  const before = editor.getDoc().createRange();
  before.setStart(editor.getBody(), 0);
  before.setEnd(startContainer, startOffset);
  return before.cloneContents();
}

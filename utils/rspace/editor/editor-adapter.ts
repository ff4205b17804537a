/**
 * The only code in the page's world: tells what can be edited and inserts. Small and without dependencies; the page
 * can call it as well as the panel can, so it offers nothing that a page could not do by itself.
 */
import { createCarets } from './carets.ts';
import { createEditorCommands, Refusal } from './editor-commands.ts';
import type { EditorAnswer, EditorRequest, MenuWords } from './editor-protocol.ts';
import {
  editorAnswer,
  editorCommands,
  editorNews,
  editorReady,
  editorRequest,
  editorTakeover,
} from './editor-protocol.ts';
import { addEditorEntries, addSlashEntry, createChosenEntry, removeSlashEntry } from './menu-entries.ts';
import { leavePastedTables } from './pasted-tables.ts';
import type { TinyMceEditor } from './tinymce.ts';

/** Answers the panel's requests, until a newer adapter (of an updated extension) takes over. */
export function startEditorAdapter(page: Window): void {
  const { document } = page;
  document.dispatchEvent(new CustomEvent(editorTakeover));
  const replaced = new AbortController();
  const { signal } = replaced;
  document.addEventListener(editorTakeover, () => replaced.abort(), { once: true });

  const carets = createCarets();
  const entry = createChosenEntry(document);
  let words: MenuWords | null = null;
  const commands = createEditorCommands(page, carets, {
    offer(told) {
      words = told;
      addSlashEntry(page, words, entry.choose);
    },
    withdraw(sentence) {
      words = null;
      entry.withdrawn(sentence);
      removeSlashEntry(page);
    },
  });

  function follow(editor: TinyMceEditor): void {
    carets.follow(editor);
    leavePastedTables(editor);
    editor.on('SelectionChange', tellNews);
  }
  function tellNews(): void {
    if (!signal.aborted) document.dispatchEvent(new CustomEvent(editorNews));
  }
  function receive({ editor }: { editor: TinyMceEditor }): void {
    follow(editor);
    if (words) addEditorEntries(editor, words, entry.choose);
  }

  function answerEvent(event: Event): void {
    const request = requestOf((event as CustomEvent<unknown>).detail);
    if (!request) return;
    const { id, command, parameters } = request;
    let answered: EditorAnswer;
    try {
      answered = { id, value: commands[command](parameters as never) };
    } catch (thrown) {
      answered = { id, refused: thrown instanceof Refusal ? thrown.code : 'insertFailed' };
    }
    document.dispatchEvent(new CustomEvent(editorAnswer, { detail: JSON.stringify(answered) }));
  }

  document.addEventListener(editorRequest, answerEvent, { signal });
  for (const editor of page.tinymce?.get() ?? []) follow(editor);
  page.tinymce?.on('AddEditor', receive);
  signal.addEventListener('abort', () => page.tinymce?.off('AddEditor', receive));
  document.dispatchEvent(new CustomEvent(editorReady));
}

/** @returns what an event asks for, or null where it is not the panel's: the page can dispatch anything. */
function requestOf(detail: unknown): EditorRequest | null {
  if (typeof detail !== 'string') return null;
  try {
    const { id, command, parameters } = JSON.parse(detail) ?? {};
    const known = typeof id === 'string' && editorCommands.includes(command);
    return known && typeof parameters === 'object' ? { id, command, parameters } : null;
  } catch {
    return null;
  }
}

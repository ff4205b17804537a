/**
 * The only code in the page's world: tells what can be edited and inserts. Small and without dependencies; the page
 * can call it as well as the panel can, so it offers nothing that a page could not do by itself.
 */
import { createEditorCommands, Refusal } from './editor-commands.ts';
import type { EditorAnswer, EditorRequest } from './editor-protocol.ts';
import {
  editorAnswer,
  editorCommands,
  editorNews,
  editorRequest,
  editorTakeover,
} from './editor-protocol.ts';
import type { TinyMceEditor } from './tinymce.ts';

/** Answers the panel's requests, until a newer adapter (of an updated extension) takes over. */
export function startEditorAdapter(page: Window): void {
  const { document } = page;
  document.dispatchEvent(new CustomEvent(editorTakeover));
  const replaced = new AbortController();
  const { signal } = replaced;
  document.addEventListener(editorTakeover, () => replaced.abort(), { once: true });

  const entered = new WeakSet<TinyMceEditor>();
  const commands = createEditorCommands(page, (editor) => entered.has(editor));

  function follow(editor: TinyMceEditor): void {
    editor.on('focus', () => entered.add(editor));
    editor.on('SelectionChange', tellNews);
  }
  function tellNews(): void {
    if (!signal.aborted) document.dispatchEvent(new CustomEvent(editorNews));
  }

  function watchEditors(): void {
    for (const editor of page.tinymce?.get() ?? []) {
      follow(editor);
      if (editor.getDoc()?.hasFocus()) entered.add(editor);
    }
    page.tinymce?.on('AddEditor', ({ editor }) => {
      if (!signal.aborted) follow(editor);
    });
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
  watchEditors();
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

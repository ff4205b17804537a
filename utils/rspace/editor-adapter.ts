/**
 * The only code in the page's world: tells what can be edited and inserts. Small and without dependencies; the page
 * can call it as well as the panel can, so it offers nothing that a page could not do by itself.
 */
import type { EditorAnswer, EditorDescription, EditorRequest } from './editor-protocol.ts';
import { editorAnswer, editorRequest, editorTakeover, refusals } from './editor-protocol.ts';
import { insertBlock } from './insertion.ts';
import { fieldOf, openEditor } from './open-editor.ts';
import type { TinyMceEditor } from './tinymce.ts';

/** Answers the panel's requests, until a newer adapter (of an updated extension) takes over. */
export function startEditorAdapter(page: Window): void {
  const { document } = page;
  document.dispatchEvent(new CustomEvent(editorTakeover));
  const replaced = new AbortController();
  document.addEventListener(editorTakeover, () => replaced.abort(), { once: true });
  const visited = new WeakSet<TinyMceEditor>();
  const watchFocus = (editor: TinyMceEditor) => editor.on('focus', () => visited.add(editor));

  function watchEditors(): void {
    for (const editor of page.tinymce?.get() ?? []) {
      watchFocus(editor);
      if (editor.getDoc()?.hasFocus()) visited.add(editor);
    }
    page.tinymce?.on('AddEditor', ({ editor }) => watchFocus(editor));
  }

  const editable = () => (typeof page.editable === 'string' ? page.editable : null);

  function describe(): EditorDescription {
    const editor = editable() === 'EDIT_MODE' ? openEditor(page) : null;
    return { editable: editable(), field: editor && fieldOf(editor, document) };
  }

  function answer({ id, command, parameters }: EditorRequest): EditorAnswer {
    if (command === 'describe') return { id, value: describe() };
    const editor = editable() === 'EDIT_MODE' ? openEditor(page) : null;
    if (!editor) return { id, refused: refusals.get(editable()) ?? 'notEditing' };
    const { html, marker } = parameters as EditorRequest<'insert'>['parameters'];
    const inserted = insertBlock(editor, html, marker, visited.has(editor));
    return { id, value: { inserted, field: fieldOf(editor, document).name } };
  }

  function answerEvent(event: Event): void {
    const request = requestOf((event as CustomEvent<unknown>).detail);
    if (!request) return;
    let answered: EditorAnswer;
    try {
      answered = answer(request);
    } catch {
      answered = { id: request.id, refused: 'insertFailed' };
    }
    document.dispatchEvent(new CustomEvent(editorAnswer, { detail: JSON.stringify(answered) }));
  }

  document.addEventListener(editorRequest, answerEvent, { signal: replaced.signal });
  watchEditors();
}

/** @returns what an event asks for, or null where it is not the panel's: the page can dispatch anything. */
function requestOf(detail: unknown): EditorRequest | null {
  if (typeof detail !== 'string') return null;
  try {
    const { id, command, parameters } = JSON.parse(detail) ?? {};
    const known = typeof id === 'string' && (command === 'describe' || command === 'insert');
    return known && typeof parameters === 'object' ? { id, command, parameters } : null;
  } catch {
    return null;
  }
}

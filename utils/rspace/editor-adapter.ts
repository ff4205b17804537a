/**
 * The only code in the page's world: tells what can be edited and inserts. Small and without dependencies; the page
 * can call it as well as the panel can, so it offers nothing that a page could not do by itself.
 */
import type { EditorAnswer, EditorDescription, EditorRequest } from './editor-protocol.ts';
import { editorAnswer, editorRequest, editorTakeover } from './editor-protocol.ts';
import { insertBlock } from './insertion.ts';
import { fieldOf, openEditor } from './open-editor.ts';
import type { TinyMceEditor } from './tinymce.ts';

/** RSpace's words for why nothing can be edited, and ours. */
const refusals = new Map([
  ['CANNOT_EDIT_OTHER_EDITING', 'lockedByOther'],
  ['CANNOT_EDIT_NO_PERMISSION', 'readOnly'],
  ['CAN_NEVER_EDIT', 'signed'],
]);

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
    if (!editor) return { id, refused: refusals.get(editable() ?? '') ?? 'notEditing' };
    const { html, marker } = parameters as EditorRequest<'insert'>['parameters'];
    const inserted = insertBlock(editor, html, marker, visited.has(editor));
    return { id, value: { inserted, field: fieldOf(editor, document).name } };
  }

  document.addEventListener(
    editorRequest,
    (event) => {
      const { detail } = event as CustomEvent<unknown>;
      if (typeof detail !== 'string') return;
      const request = JSON.parse(detail) as EditorRequest;
      let answered: EditorAnswer;
      try {
        answered = answer(request);
      } catch {
        answered = { id: request.id, refused: 'insertFailed' };
      }
      document.dispatchEvent(new CustomEvent(editorAnswer, { detail: JSON.stringify(answered) }));
    },
    { signal: replaced.signal },
  );
  watchEditors();
}

import { signal } from '@preact/signals';
import { askEditor } from '../../utils/rspace/editor-client.ts';
import type { EditorDescription } from '../../utils/rspace/editor-protocol.ts';
import { editorNews } from '../../utils/rspace/editor-protocol.ts';

/** RSpace tells by two of these events that an editor is ready, and that a field was closed or refreshed. */
const events = ['tinymce-iframe-loaded', 'document-placed', editorNews];

const nothing: EditorDescription = { editable: null, field: null, fields: [], selected: null };

/**
 * What the document's editor offers now. RSpace removes and re-creates it at every save, so this follows its events.
 * @param isWatched whether anybody looks.
 * @param end ends the following.
 */
export function createEditorModel(page: Document, isWatched: () => boolean, end: AbortSignal) {
  const description = signal<EditorDescription>(nothing);

  async function look(): Promise<void> {
    description.value = await askEditor('describe', {}).catch(() => nothing);
  }

  for (const event of events) {
    page.addEventListener(event, () => void (isWatched() && look()), { signal: end });
  }
  return { description, look };
}

import { signal } from '@preact/signals';
import { askEditor } from '../../utils/rspace/editor-client.ts';
import type { EditorDescription } from '../../utils/rspace/editor-protocol.ts';

/** RSpace tells by these events that an editor is ready, and that a field was closed or refreshed. */
const fieldEvents = ['tinymce-iframe-loaded', 'document-placed'];

/**
 * What the document's editor offers now. RSpace removes and re-creates it at every save, so this follows its events.
 * @param signal ends the following.
 */
export function createEditorModel(page: Document, end: AbortSignal) {
  const description = signal<EditorDescription>({ editable: null, field: null });

  async function look(): Promise<void> {
    description.value = await askEditor('describe', {}).catch(() => ({ editable: null, field: null }));
  }

  for (const event of fieldEvents) page.addEventListener(event, () => void look(), { signal: end });
  return { description, look };
}

import { computed, signal } from '@preact/signals';
import { CodedError } from '../../../utils/messages/failure.ts';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import type { EditorDescription, Selected, TextField } from '../../../utils/rspace/editor/editor-protocol.ts';
import { editorNews, refusals } from '../../../utils/rspace/editor/editor-protocol.ts';

/** RSpace tells by two of these events that an editor is ready, and that a field was closed or refreshed. */
const events = ['tinymce-iframe-loaded', 'document-placed', editorNews];

const nothing: EditorDescription = { editable: null, field: null, fields: [], selected: null };

/** Where an insertion goes. */
export interface Target {
  field: TextField;
  /** The selection that it takes the place of, because the person said so. */
  replacing?: Selected;
  /** Whether it goes to the field's end, because the person was told so. */
  atEnd?: boolean;
}

/**
 * What the document's editor offers now. RSpace removes and re-creates it at every save, so this follows its events.
 * @param isWatched whether anybody looks.
 * @param end ends the following.
 */
export function createEditorModel(page: Document, isWatched: () => boolean, end: AbortSignal) {
  const description = signal<EditorDescription>(nothing);
  /** The selection that the person has said may be replaced; another one is not meant by that. */
  const confirmed = signal<Selected | null>(null);
  const replaces = computed(() => isSame(confirmed.value, description.value.selected));

  async function look(): Promise<void> {
    const before = description.value.selected;
    description.value = await askEditor('describe', {}).catch(() => nothing);
    if (!isSame(before, description.value.selected)) confirmed.value = null;
  }

  for (const event of events) {
    page.addEventListener(event, () => void (isWatched() && look()), { signal: end });
  }

  return {
    description,
    look,
    /** Whether the selection will be replaced. */
    replaces,
    replaceSelected(yes: boolean): void {
      confirmed.value = yes ? description.value.selected : null;
    },
    /**
     * @returns where an insertion that begins now goes.
     * @throws {CodedError} why there is no such place.
     */
    aim(): Target {
      const { field, editable } = description.value;
      if (!field) throw new CodedError(refusals.get(editable) ?? 'notEditing');
      return { field, ...(replaces.value && confirmed.value ? { replacing: confirmed.value } : {}) };
    },
  };
}

function isSame(one: Selected | null, other: Selected | null): boolean {
  return one !== null && other !== null && one.text === other.text && one.length === other.length;
}

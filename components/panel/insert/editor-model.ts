import type { ReadonlySignal } from '@preact/signals';
import { computed, effect, signal, untracked } from '@preact/signals';
import { CodedError } from '../../../utils/messages/failure.ts';
import { createEditAccess } from '../../../utils/rspace/editor/edit-access.ts';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import type { EditorDescription, Selected, TextField } from '../../../utils/rspace/editor/editor-protocol.ts';
import { editorNews, obstacleIn, refusals } from '../../../utils/rspace/editor/editor-protocol.ts';

/** RSpace tells by two of these events that an editor is ready, and that a field was closed or refreshed. */
const events = ['tinymce-iframe-loaded', 'document-placed', editorNews];

/** RSpace's page asks its server every 20 s who edits, and tells nobody what it has heard (milliseconds). */
const period = 500;

/** A save removes the editor, and creates another some 0.3 s later; on a slow server it takes longer (milliseconds). */
const recreation = 2_000;

const nothing: EditorDescription = {
  editable: null,
  field: null,
  fields: [],
  selected: null,
  insertion: null,
  hasBookings: false,
  hasTextField: true,
  editor: 'none',
};

/** Where an insertion goes. */
export interface Target {
  field: TextField;
  /** The selection that it takes the place of, because the person said so. */
  replacing?: Selected;
  /** Whether it goes to the field's end, because the person was told so. */
  atEnd?: boolean;
}

/**
 * What the document's editor offers now. RSpace removes and re-creates it at every save, so this follows its events; and
 * what RSpace changes without one, such as who edits, by looking twice a second while somebody looks at the panel.
 * @param isOpen whether anybody looks.
 * @param end ends the following.
 */
export function createEditorModel(page: Document, isOpen: ReadonlySignal<boolean>, end: AbortSignal) {
  const access = createEditAccess(page.location);
  const description = signal<EditorDescription>(nothing);
  /** The selection that the person has said may be replaced; another one is not meant by that. */
  const confirmed = signal<Selected | null>(null);
  const replaces = computed(() => isSame(confirmed.value, description.value.selected));

  /** When the editor went while the document stayed in edit mode, in milliseconds since the epoch. */
  let goneAt: number | null = null;
  /** Who else edits the document, where RSpace tells; the page itself knows no more than that somebody does. */
  const otherEditor = signal<string | null>(null);

  async function look(): Promise<void> {
    const before = description.value;
    const now = sinceSave(before, await askEditor('describe', {}).catch(() => nothing));
    if (JSON.stringify(now) === JSON.stringify(before)) return;
    description.value = now;
    if (!isSame(before.selected, now.selected)) confirmed.value = null;
    if (now.editable === before.editable) return;
    otherEditor.value = null;
    if (refusals.get(now.editable) === 'lockedByOther') await askWho();
  }

  /** While a save re-creates the editor, the field is still the one that something goes into: an insertion waits for it. */
  function sinceSave(before: EditorDescription, now: EditorDescription): EditorDescription {
    const isGone = now.editable === 'EDIT_MODE' && !now.field && before.field;
    if (!isGone) goneAt = null;
    else goneAt ??= Date.now();
    if (goneAt === null || Date.now() - goneAt > recreation) return now;
    const { field, insertion, hasBookings } = before;
    return { ...now, field, insertion, hasBookings };
  }

  async function askWho(): Promise<void> {
    const answer = await access.ask(end).catch(() => null);
    if (answer?.kind === 'refused' && answer.code === 'lockedByOther') otherEditor.value = answer.editor;
  }

  const lookIfOpen = () => void (isOpen.value && look());
  for (const event of events) page.addEventListener(event, lookIfOpen, { signal: end });
  const stop = effect(() => {
    if (!isOpen.value) return;
    // Opening is what begins this, and nothing that it finds out.
    untracked(() => void look());
    // What this RSpace can tell is known by its first answer.
    void access.ask(end).catch(() => {});
    const timer = setInterval(() => void (page.visibilityState === 'visible' && look()), period);
    return () => clearInterval(timer);
  });
  end.addEventListener('abort', stop);

  return {
    access,
    description,
    otherEditor,
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
      const { field } = description.value;
      if (!field) throw new CodedError(obstacleIn(description.value));
      return { field, ...(replaces.value && confirmed.value ? { replacing: confirmed.value } : {}) };
    },
  };
}

function isSame(one: Selected | null, other: Selected | null): boolean {
  return one !== null && other !== null && one.text === other.text && one.length === other.length;
}

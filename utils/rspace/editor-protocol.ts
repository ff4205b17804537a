/**
 * What the panel (isolated world) and the editor adapter (the page's world) say to each other: `CustomEvent`s on
 * `document` with a JSON string as detail, because Firefox gives a page no access to an object made by an isolated
 * script. The page can read and forge all of it, so nothing secret travels here and every answer is checked.
 */

export const editorRequest = 'calira-bookings-request';
export const editorAnswer = 'calira-bookings-answer';
/** Told by an adapter that starts, to one that may be there already. */
export const editorTakeover = 'calira-bookings-takeover';

/** Whether and where something can be inserted. `CAN_NEVER_EDIT` and its like are RSpace's own words. */
export interface EditorDescription {
  /** RSpace's live state of the document, or null where it is unknown. */
  editable: string | null;
  /** The text field that is open for editing, if its editor is one that we know how to use. */
  field: { id: string; name: string } | null;
}

/** RSpace's words for why nothing can be edited, and the extension's codes for them. */
export const refusals: ReadonlyMap<string | null, 'lockedByOther' | 'readOnly' | 'signed'> = new Map([
  ['CANNOT_EDIT_OTHER_EDITING', 'lockedByOther'],
  ['CANNOT_EDIT_NO_PERMISSION', 'readOnly'],
  ['CAN_NEVER_EDIT', 'signed'],
]);

export interface EditorCommands {
  describe: { parameters: Record<string, never>; value: EditorDescription };
  /** `marker` is the value of the table's `data-calira-insertion`, by which the insertion is verified. */
  insert: {
    parameters: { html: string; marker: string };
    value: { inserted: boolean; field: string | null };
  };
}

export type EditorCommand = keyof EditorCommands;

export interface EditorRequest<C extends EditorCommand = EditorCommand> {
  id: string;
  command: C;
  parameters: EditorCommands[C]['parameters'];
}

/** `refused` is one of the extension's error codes. */
export type EditorAnswer = { id: string; value: unknown } | { id: string; refused: string };

/**
 * What the panel (isolated world) and the editor adapter (the page's world) say to each other: `CustomEvent`s on
 * `document` with a JSON string as detail, because Firefox gives a page no access to an object made by an isolated
 * script. The page can read and forge all of it, so nothing secret travels here and every answer is checked.
 */

import type { ErrorCode } from '../../messages/failure.ts';

export const editorRequest = 'calira-bookings-request';
export const editorAnswer = 'calira-bookings-answer';
/** Told by an adapter that starts, to one that may be there already. */
export const editorTakeover = 'calira-bookings-takeover';
/** Told by an adapter when what it describes may be different now. */
export const editorNews = 'calira-bookings-news';
/** Told by an adapter that is ready for requests. */
export const editorReady = 'calira-bookings-ready';
/** Told by an adapter when the person has chosen our entry in one of RSpace's menus. */
export const editorOpen = 'calira-bookings-open';

/** A text field of the document, and the name that RSpace shows beside it, which may be empty. */
export interface TextField {
  id: string;
  name: string;
}

/** What is selected in an editor: the beginning of its text, and the length of all of it. */
export interface Selected {
  text: string;
  length: number;
}

/** Whether and where something can be inserted. `CAN_NEVER_EDIT` and its like are RSpace's own words. */
export interface EditorDescription {
  /** RSpace's live state of the document, or null where it is unknown. */
  editable: string | null;
  /** The text field that is open for editing, if its editor is one that we know how to use. */
  field: TextField | null;
  /** The text fields that RSpace offers to open, in the order of the document. */
  fields: TextField[];
  /** What is selected in the open field; null where there is just a caret, or none yet. */
  selected: Selected | null;
  /** The marker of what was inserted last, while it is in the open field. */
  insertion: string | null;
  /** Whether the open field has tables of bookings, which an update would bring up to date. */
  hasBookings: boolean;
  /** Whether the document has a text field at all. */
  hasTextField: boolean;
  /** Which editor the page has: RSpace's documents run TinyMCE 5, the only version that this was written for. */
  editor: 'none' | 'known' | 'unknown';
}

/** RSpace's words for why nothing can be edited, and the extension's codes for them. */
export const refusals: ReadonlyMap<string | null, 'lockedByOther' | 'readOnly' | 'signed'> = new Map([
  ['CANNOT_EDIT_OTHER_EDITING', 'lockedByOther'],
  ['CANNOT_EDIT_NO_PERMISSION', 'readOnly'],
  ['CAN_NEVER_EDIT', 'signed'],
]);

/** @returns why nothing can be inserted where no text field is open. */
export function obstacleIn({ editable, hasTextField, editor }: EditorDescription): ErrorCode {
  const told = refusals.get(editable);
  if (told) return told;
  if (!hasTextField) return 'noTextField';
  return editor === 'unknown' ? 'unknownEditor' : 'notEditing';
}

export interface Insertion {
  /** Id of the field that the person was told of; no other one is touched. */
  field: string;
  html: string;
  /** Value of `data-calira-insertion` on an element of `html`, by which the insertion is verified. */
  marker: string;
  /** Whether it goes into the running text (links) and not between blocks (a table, a list). */
  inline?: boolean;
  /** The selection that it takes the place of. Another selection than this one is not touched. */
  replacing?: Selected;
  /** Whether it goes to the field's end, wherever the caret is. */
  atEnd?: boolean;
}

/** A table that this extension, or RSpace's own Calira dialog, has inserted. */
export interface FieldTable {
  /** Which one of them it is in its field, counted from 0. */
  position: number;
  /** As RSpace would save it. */
  html: string;
}

export interface Replacement {
  field: string;
  tables: {
    position: number;
    /** The `html` that the person was shown: a table that is different by now is not touched. */
    expected: string;
    html: string;
  }[];
}

/** What our entry in RSpace's menus says, and other words by which the `/` menu finds it. */
export interface MenuWords {
  text: string;
  aliases: string[];
}

export interface EditorCommands {
  describe: { parameters: Record<string, never>; value: EditorDescription };
  insert: { parameters: Insertion; value: { inserted: boolean; field: string | null } };
  /** The open field's tables. `bytes` is the length of the whole field in RSpace's form post. */
  tables: {
    parameters: Record<string, never>;
    value: { field: TextField; bytes: number; tables: FieldTable[] };
  };
  /** Puts our entry into RSpace's menus: into `/` at once, into the others of editors that are opened later. */
  offer: { parameters: MenuWords; value: { offered: true } };
  /** Takes our entry away where that can be done; where it cannot, choosing it says this. */
  withdraw: { parameters: { sentence: string }; value: { withdrawn: true } };
  /** Puts tables in the place of others, all of them or none, as one undo step. */
  replace: { parameters: Replacement; value: { outcome: 'replaced' | 'changedMeanwhile' | 'failed' } };
}

export type EditorCommand = keyof EditorCommands;
export const editorCommands: readonly EditorCommand[] = [
  'describe',
  'insert',
  'tables',
  'replace',
  'offer',
  'withdraw',
];

export interface EditorRequest<C extends EditorCommand = EditorCommand> {
  id: string;
  command: C;
  parameters: EditorCommands[C]['parameters'];
}

/** `refused` is one of the extension's error codes. */
export type EditorAnswer = { id: string; value: unknown } | { id: string; refused: string };

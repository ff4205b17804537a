import type { DocumentStore } from './documents.ts';
import type { EditLocks } from './edit-lock.ts';
import type { Journal } from './journal.ts';
import type { Switches } from './settings.ts';

/** Everything the routes of one fake RSpace share. A reset replaces the parts, so they are always read from here. */
export type RSpaceContext = {
  documents: DocumentStore;
  locks: EditLocks;
  journal: Journal;
  switches: Switches;
  readonly now: () => Date;
  /** Ends with a slash. */
  readonly caliraWebUrl: string;
};

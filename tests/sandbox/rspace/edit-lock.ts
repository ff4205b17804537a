import type { StoredDocument } from './documents.ts';

/** The values of RSpace's page global `editable`. */
export type EditStatus =
  | 'VIEW_MODE'
  | 'EDIT_MODE'
  | 'CANNOT_EDIT_OTHER_EDITING'
  | 'CANNOT_EDIT_NO_PERMISSION'
  | 'CAN_NEVER_EDIT';

/** One edit lock per document, held by a user name, as RSpace keeps them. */
export type EditLocks = {
  holder(documentId: string): string | undefined;
  set(documentId: string, userName: string): void;
  release(documentId: string): void;
};

/** Returns an empty set of edit locks. */
export function createEditLocks(): EditLocks {
  const holders = new Map<string, string>();
  return {
    holder: (documentId) => holders.get(documentId),
    set: (documentId, userName) => void holders.set(documentId, userName),
    release: (documentId) => void holders.delete(documentId),
  };
}

/**
 * What a page of `document` opened by `userName` starts with. Opening a page takes no lock; but a basic document that its
 * person holds already, in another tab or from a page that was left, comes up with its editor.
 */
export function statusOnOpening(document: StoredDocument, locks: EditLocks, userName: string): EditStatus {
  if (document.signed) return 'CAN_NEVER_EDIT';
  if (document.permission !== 'write') return 'CANNOT_EDIT_NO_PERMISSION';
  const holder = locks.holder(document.id);
  if (holder === userName && document.basic) return 'EDIT_MODE';
  return holder === undefined || holder === userName ? 'VIEW_MODE' : 'CANNOT_EDIT_OTHER_EDITING';
}

/** Takes the lock for `userName` where that is possible and says whether it was. */
export function requestEdit(document: StoredDocument, locks: EditLocks, userName: string): EditStatus {
  const status = statusOnOpening(document, locks, userName);
  if (status !== 'VIEW_MODE' && status !== 'EDIT_MODE') return status;
  locks.set(document.id, userName);
  return 'EDIT_MODE';
}

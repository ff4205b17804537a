import type { RSpaceContext } from './context.ts';
import type { DocumentField, StoredDocument } from './documents.ts';
import type { Journal } from './journal.ts';
import { sanitise } from './sanitiser.ts';
import type { Integration, RSpaceVersion } from './settings.ts';

/** What a test may look at and change in a running fake RSpace. */
export type RSpaceState = {
  /** Another user takes the edit lock, also from an open editor. */
  takeLock(documentId: string, userName: string): void;
  releaseLock(documentId: string): void;
  /** What the person may do with a document from now on, also with one that is open. */
  setPermission(documentId: string, permission: StoredDocument['permission']): void;
  /** Whether this RSpace tells what it knows of a document; older ones answer 404. */
  setRecordInformation(known: boolean): void;
  lockHolder(documentId: string): string | undefined;
  /** A copy of a document as it is stored. Throws when there is none. */
  document(documentId: string): StoredDocument;
  /** Ids and names of all documents. */
  documents(): { id: string; name: string }[];
  /** Replaces a field's saved content: `html` is sanitised as if it had been saved. Throws when there is no such field. */
  setField(documentId: string, fieldId: string, html: string): void;
  setIntegration(integration: Partial<Integration>): void;
  /** While lost, every request that needs a session is answered with RSpace's login page. */
  setSessionLost(lost: boolean): void;
  setVersion(version: Partial<RSpaceVersion>): void;
  /** POSTs and reads of forbidden addresses since the start or the last reset. */
  journal(): Journal;
};

/** Makes `context` reachable for tests. */
export function createRSpaceState(context: RSpaceContext): RSpaceState {
  const documentOf = (documentId: string): StoredDocument => {
    const document = context.documents.find(documentId);
    if (!document) throw new Error(`No document ${documentId}`);
    return document;
  };
  const fieldOf = (documentId: string, fieldId: string): DocumentField => {
    const field = documentOf(documentId).fields.find((candidate) => candidate.id === fieldId);
    if (!field) throw new Error(`No field ${fieldId} in document ${documentId}`);
    return field;
  };
  return {
    takeLock: (documentId, userName) => context.locks.set(documentOf(documentId).id, userName),
    releaseLock: (documentId) => context.locks.release(documentId),
    setPermission(documentId, permission) {
      documentOf(documentId).permission = permission;
    },
    setRecordInformation(known) {
      context.switches.recordInformation = known;
    },
    lockHolder: (documentId) => context.locks.holder(documentId),
    document: (documentId) => structuredClone(documentOf(documentId)),
    documents: () => context.documents.all().map(({ id, name }) => ({ id, name })),
    setField(documentId, fieldId, html) {
      const field = fieldOf(documentId, fieldId);
      field.html = field.type === 'text' ? sanitise(html) : html;
      delete field.autosaved;
    },
    setIntegration: (integration) => void Object.assign(context.switches.integration, integration),
    setSessionLost(lost) {
      context.switches.sessionLost = lost;
    },
    setVersion: (version) => void Object.assign(context.switches.version, version),
    journal: () => structuredClone(context.journal),
  };
}

/** A field of a structured document. `html` is what was last saved; a field that is not text keeps its plain value there. */
export type DocumentField = {
  id: string;
  name: string;
  type: 'text' | 'date' | 'number';
  html: string;
  /** What autosave has stored since the last save; a save makes it the content, Cancel drops it. */
  autosaved?: string;
  /** ISO 8601. */
  modifiedAt: string;
};

/** A document of the fake RSpace. */
export type StoredDocument = {
  id: string;
  globalId: string;
  name: string;
  owner: string;
  signed: boolean;
  /** `none`: nobody may see it any more who has it open. */
  permission: 'write' | 'read' | 'none';
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** RSpace's "Basic Document": one text field, its name not shown. */
  basic: boolean;
  /** Id of the notebook that the document is an entry of. */
  notebookId?: string;
  fields: DocumentField[];
};

/** The documents of one RSpace, by id. */
export type DocumentStore = {
  all(): StoredDocument[];
  find(documentId: string): StoredDocument | undefined;
  /** Adds a document of the same form. @param filled whether it has the same content. */
  addLike(document: StoredDocument, filled: boolean): StoredDocument;
  findField(fieldId: string): { document: StoredDocument; field: DocumentField } | undefined;
};

/** Keeps `documents` and finds them and their fields. */
export function createDocumentStore(documents: StoredDocument[]): DocumentStore {
  return {
    all: () => documents,
    find: (documentId) => documents.find((document) => document.id === documentId),
    addLike(document, filled) {
      const id = String(Math.max(...documents.map((one) => Number(one.id))) + 1);
      const fields = document.fields.map((field, index) => ({
        ...field,
        id: `${id}${index + 1}`,
        html: filled ? field.html : '',
      }));
      const added = { ...document, id, globalId: `SD${id}`, fields };
      documents.push(added);
      return added;
    },
    findField(fieldId) {
      for (const document of documents) {
        const field = document.fields.find((candidate) => candidate.id === fieldId);
        if (field) return { document, field };
      }
      return undefined;
    },
  };
}

/** Makes the autosaved content of every field the saved one. Returns whether anything was different. */
export function commitAutosaved(document: StoredDocument, savedAt: Date): boolean {
  let changed = false;
  for (const field of document.fields) {
    if (field.autosaved === undefined) continue;
    if (field.autosaved !== field.html) {
      field.html = field.autosaved;
      field.modifiedAt = savedAt.toISOString();
      changed = true;
    }
    delete field.autosaved;
  }
  return changed;
}

/** Drops what autosave stored since the last save. */
export function dropAutosaved(document: StoredDocument): void {
  for (const field of document.fields) delete field.autosaved;
}

/** Where closing the document leads: the notebook of an entry, otherwise the workspace. */
export function closeUrl(document: StoredDocument): string {
  return document.notebookId === undefined ? '/workspace' : `/notebookEditor/${document.notebookId}`;
}

/** The little of TinyMCE 5 that is used, in its own words (https://www.tiny.cloud/docs/tinymce/5/). */
export interface TinyMce {
  majorVersion: string;
  get(): TinyMceEditor[];
  activeEditor: TinyMceEditor | null;
  on(event: 'AddEditor', listener: (event: { editor: TinyMceEditor }) => void): void;
}

export interface TinyMceEditor {
  id: string;
  initialized: boolean;
  removed: boolean;
  mode?: { get(): string };
  on(event: 'focus', listener: () => void): void;
  getBody(): HTMLElement;
  getDoc(): Document;
  getContainer(): HTMLElement;
  insertContent(html: string): void;
  getContent(): string;
  setContent(html: string): void;
  nodeChanged(): void;
  setDirty(dirty: boolean): void;
  dom: { createFragment(html: string): DocumentFragment };
  selection: {
    getNode(): Element;
    collapse(toStart: boolean): void;
    scrollIntoView(element: Element): void;
    setCursorLocation(node: Node, offset: number): void;
  };
  undoManager: { transact(work: () => void): unknown };
}

declare global {
  interface Window {
    tinymce?: TinyMce;
    /** RSpace's state of the document, live. */
    editable?: unknown;
  }
}

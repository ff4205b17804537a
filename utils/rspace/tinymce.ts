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
  on(event: 'focus' | 'SelectionChange', listener: () => void): void;
  getBody(): HTMLElement;
  getDoc(): Document;
  getContainer(): HTMLElement;
  insertContent(html: string): void;
  execCommand(command: 'Delete'): void;
  getContent(options?: { format: 'raw' }): string;
  setContent(html: string, options?: { format: 'raw' }): void;
  nodeChanged(): void;
  isDirty(): boolean;
  setDirty(dirty: boolean): void;
  /** Writes an element as it would be saved. */
  serializer: { serialize(element: Element): string };
  dom: { createFragment(html: string): DocumentFragment };
  selection: {
    getNode(): Element;
    getRng(): Range;
    isCollapsed(): boolean;
    /** A bookmark of type 2 is a path of offsets: it survives that the content is replaced by its equal. */
    getBookmark(type: 2, normalized: true): unknown;
    moveToBookmark(bookmark: unknown): void;
    collapse(toStart: boolean): void;
    scrollIntoView(element: Element): void;
    setCursorLocation(node: Node, offset: number): void;
  };
  undoManager: { add(): unknown; transact(work: () => void): unknown };
}

declare global {
  interface Window {
    tinymce?: TinyMce;
    /** RSpace's state of the document, live. */
    editable?: unknown;
  }
}

/** The little of TinyMCE 5 that is used, in its own words (https://www.tiny.cloud/docs/tinymce/5/). */
export interface TinyMce {
  majorVersion: string;
  get(): TinyMceEditor[];
  activeEditor: TinyMceEditor | null;
  on(event: 'AddEditor', listener: (event: { editor: TinyMceEditor }) => void): void;
  off(event: 'AddEditor', listener: (event: { editor: TinyMceEditor }) => void): void;
}

export interface TinyMceEditor {
  id: string;
  initialized: boolean;
  removed: boolean;
  mode?: { get(): string };
  /** `node` is what is pasted (`PastePostProcess`). */
  on(events: string, listener: (event?: { node?: Element }) => void): void;
  getBody(): HTMLElement;
  getDoc(): Document;
  getContainer(): HTMLElement;
  insertContent(html: string): void;
  execCommand(command: 'Delete'): void;
  getContent(options?: { format: 'raw' }): string;
  setContent(html: string, options?: { format: 'raw' }): void;
  nodeChanged(): void;
  hasFocus(): boolean;
  isDirty(): boolean;
  setDirty(dirty: boolean): void;
  /** Writes an element as it would be saved. */
  serializer: { serialize(element: Element): string };
  /** Until the editor has been built, these can still be changed. Its objects are shared with other editors. */
  settings: { menu?: Record<string, { title: string; items: string }>; toolbar?: unknown };
  ui: {
    registry: {
      addIcon(name: string, svg: string): void;
      addMenuItem(name: string, item: { text: string; icon: string; onAction: () => void }): void;
      addButton(name: string, button: { tooltip: string; icon: string; onAction: () => void }): void;
    };
  };
  dom: { createFragment(html: string): DocumentFragment };
  selection: {
    getNode(): Element;
    getRng(): Range;
    setRng(range: Range): void;
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
    /** RSpace's `/` menu, read afresh at every `/`. An entry without a text would break all of it. */
    insertActions?: Map<string, { text: string; icon: string; aliases: string[]; action: () => void }>;
  }
}

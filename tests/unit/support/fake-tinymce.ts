import { vi } from 'vitest';
import type { TinyMce, TinyMceEditor } from '../../../utils/rspace/editor/tinymce.ts';

/** As much of a TinyMCE 5 editor as tells whether it can be used; insertions are tried in a real browser. */
export function fakeEditor(id: string, over: Partial<TinyMceEditor> = {}): TinyMceEditor {
  const container = document.createElement('div');
  // It is in no document here, and would not be seen there.
  container.checkVisibility = () => true;
  return {
    id,
    initialized: true,
    removed: false,
    mode: { get: () => 'design' },
    on: vi.fn(),
    settings: {},
    ui: { registry: { addIcon: vi.fn(), addMenuItem: vi.fn(), addButton: vi.fn() } },
    getBody: () => document.body,
    getDoc: () => document,
    getContainer: () => container,
    getContent: () => document.body.innerHTML,
    setContent: (html) => {
      document.body.innerHTML = html;
    },
    insertContent: vi.fn(),
    execCommand: vi.fn(),
    hasFocus: () => true,
    isDirty: () => false,
    serializer: { serialize: (element) => element.outerHTML },
    nodeChanged: vi.fn(),
    setDirty: vi.fn(),
    dom: { createFragment: (html) => document.createRange().createContextualFragment(html) },
    selection: {
      getNode: () => document.body,
      getRng: () => document.createRange(),
      setRng: vi.fn(),
      isCollapsed: () => true,
      getBookmark: vi.fn(),
      moveToBookmark: vi.fn(),
      collapse: vi.fn(),
      scrollIntoView: vi.fn(),
      setCursorLocation: vi.fn(),
    },
    undoManager: { add: vi.fn(), transact: (work) => work() },
    ...over,
  };
}

export function fakeTinyMce(editors: TinyMceEditor[], over: Partial<TinyMce> = {}): TinyMce {
  return { majorVersion: '5', get: () => editors, activeEditor: null, on: vi.fn(), off: vi.fn(), ...over };
}

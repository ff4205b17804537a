import type { Page } from 'playwright-core';

/** As much of RSpace's TinyMCE as tests use. */
interface TestEditor {
  focus(): void;
  setContent(html: string): void;
  getContent(): string;
  getBody(): HTMLElement;
  getDoc(): Document;
  isDirty(): boolean;
  setDirty(dirty: boolean): void;
  selection: { setRng(range: Range): void; getRng(): Range; getNode(): Element };
  undoManager: { clear(): void; add(): void; undo(): void; redo(): void; hasUndo(): boolean };
}

declare global {
  interface Window {
    /** RSpace's `tinymce`, by another name than the extension's own declaration has. */
    testEditor(): TestEditor;
  }
}

/** Makes `testEditor()` known to a page: the editor that is open now. */
export async function installTestEditor(page: Page): Promise<void> {
  const install = () => {
    window.testEditor = () =>
      (window as unknown as { tinymce: { activeEditor: TestEditor } }).tinymce.activeEditor;
  };
  await page.addInitScript(install);
  await page.evaluate(install);
}

/**
 * Fills the open field and puts the caret at `|`; `[` and `]` are the ends of a selection. Undoing begins here. An
 * empty paragraph cannot hold a mark: there, a `|` alone becomes one.
 */
export async function write(page: Page, html: string): Promise<void> {
  await page.evaluate((marked) => {
    const editor = window.testEditor();
    editor.focus();
    editor.setContent(marked);
    const walker = editor.getDoc().createTreeWalker(editor.getBody(), NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    const ends: Record<string, [Node, number]> = {};
    for (const node of texts) {
      const { data, parentElement } = node;
      for (const mark of data.match(/[[\]|]/g) ?? []) {
        ends[mark] = [node, node.data.indexOf(mark)];
        node.data = node.data.replace(mark, '');
      }
      if (data !== '|' || !parentElement) continue;
      node.replaceWith(editor.getDoc().createElement('br'));
      ends['|'] = [parentElement, 0];
    }
    const [start, end] = [ends['['] ?? ends['|'], ends[']'] ?? ends['|']];
    if (!start || !end) throw new Error('no caret in the text');
    const range = editor.getDoc().createRange();
    range.setStart(...start);
    range.setEnd(...end);
    editor.selection.setRng(range);
    editor.undoManager.clear();
    editor.undoManager.add();
    editor.getBody().dispatchEvent(new InputEvent('input', { bubbles: true }));
    // As if it were typed: RSpace saves nothing else, and its autosave may just have taken what was changed before.
    editor.setDirty(true);
  }, html);
}

/** What would be saved, to the letter. */
export const content = (page: Page): Promise<string> => page.evaluate(() => window.testEditor().getContent());

/**
 * What would be saved, readable: every insertion written as `[table]`, `[list]` or `[links]`, no line breaks, empty
 * paragraphs empty, and the caret as `|`.
 */
export function look(page: Page): Promise<string> {
  return page.evaluate(() => {
    const editor = window.testEditor();
    const body = editor.getBody().cloneNode(true) as HTMLElement;
    const range = editor.selection.getRng();
    const path: number[] = [];
    for (let node: Node = range.startContainer; node !== editor.getBody(); ) {
      const parent = node.parentNode as Node;
      path.unshift([...parent.childNodes].indexOf(node as ChildNode));
      node = parent;
    }
    let container: Node = body;
    for (const index of path) container = container.childNodes[index] as Node;
    if (range.collapsed) {
      const caret = document.createRange();
      caret.setStart(container, range.startOffset);
      caret.insertNode(document.createTextNode('|'));
    }
    const names: Record<string, string> = { TABLE: '[table]', DIV: '[list]', SPAN: '[links]' };
    for (const inserted of body.querySelectorAll('[data-calira-insertion]')) {
      const inside = inserted.textContent?.includes('|') ? '|' : '';
      inserted.replaceWith((names[inserted.nodeName] ?? inserted.nodeName) + inside);
    }
    for (const own of body.querySelectorAll('[data-mce-bogus], br')) own.remove();
    for (const element of body.querySelectorAll('*')) {
      for (const { name } of [...element.attributes]) {
        if (/^(data-mce-|contenteditable$|style$|border$)/.test(name)) element.removeAttribute(name);
        if (name === 'class') element.classList.remove('mce-item-table');
        if (element.getAttribute('class') === '') element.removeAttribute('class');
      }
    }
    return body.innerHTML.replace(/[\n\ufeff]/g, '').replaceAll('&nbsp;', ' ');
  });
}

export const undo = (page: Page): Promise<void> =>
  page.evaluate(() => window.testEditor().undoManager.undo());

/**
 * The entry *Calira booking* in RSpace's own places: the `/` menu, the Insert menu and the toolbar. All it does is to
 * ask the panel to open. Runs in the page's world.
 */
import type { MenuWords } from './editor-protocol.ts';
import { editorOpen, editorReady } from './editor-protocol.ts';
import type { TinyMceEditor } from './tinymce.ts';

/** The key of the entry, by which RSpace and TinyMCE tell entries apart: a second one takes the place of the first. */
const entry = 'calirabooking';

/** The drawing of `assets/icons/icon-small.svg` at the size of TinyMCE's icons. */
const icon =
  '<svg width="24" height="24" viewBox="-1 -1 18 18"><path fill="#e8fc2e" d="M3 0h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z"/>' +
  '<path fill="#111" fill-rule="evenodd" d="M4 1h2v2h4V1h2v2h2v11H2V3h2Zm-1 5v7h10V6Zm4 2h5v4H7ZM4 8h2v1H4Zm0 3h2v1H4Z"/></svg>';

/** RSpace's own toast, which it shows as HTML (`show-toast-message`, an object that only the page's world can make). */
function toast(page: Document, sentence: string): void {
  const message = page.createElement('span');
  message.textContent = sentence;
  const detail = { message: message.innerHTML, variant: 'notice', duration: 8_000 };
  page.dispatchEvent(new CustomEvent('show-toast-message', { detail }));
}

/** What choosing our entry does: it asks the panel to open or, where there is none any more, says why. */
export function createChosenEntry(page: Document) {
  let why: string | null = null;
  // The extension is enabled again: what TinyMCE has built before leads to the panel again.
  page.addEventListener(editorReady, () => {
    why = null;
  });
  return {
    choose(): void {
      if (why === null) page.dispatchEvent(new CustomEvent(editorOpen));
      else toast(page, why);
    },
    withdrawn(sentence: string): void {
      why = sentence;
    },
  };
}

/** Puts the entry into the `/` menu of all editors. */
export function addSlashEntry(page: Window, { text, aliases }: MenuWords, choose: () => void): void {
  page.insertActions ??= new Map();
  page.insertActions.set(entry, { text, icon: entry, aliases, action: choose });
  for (const editor of page.tinymce?.get() ?? []) editor.ui.registry.addIcon(entry, icon);
}

/** The `/` menu is made anew each time; toolbars and menus that TinyMCE has built stay as they are. */
export function removeSlashEntry(page: Window): void {
  page.insertActions?.delete(entry);
}

/**
 * Puts the entry into the Insert menu and the toolbar of an editor that has not been built yet. RSpace shares one
 * object of settings between its editors, so what is added to is a copy.
 */
export function addEditorEntries(
  { settings, ui }: TinyMceEditor,
  { text }: MenuWords,
  choose: () => void,
): void {
  ui.registry.addIcon(entry, icon);
  ui.registry.addMenuItem(entry, { text, icon: entry, onAction: choose });
  ui.registry.addButton(entry, { tooltip: text, icon: entry, onAction: choose });
  const { menu, toolbar } = settings;
  if (menu?.insert && !menu.insert.items.includes(entry)) {
    settings.menu = { ...menu, insert: { ...menu.insert, items: `${menu.insert.items} | ${entry}` } };
  }
  settings.toolbar = withEntry(toolbar);
}

/** A toolbar is a line of words or a list of such lines; in any other form it is left alone. */
function withEntry(toolbar: unknown): unknown {
  if (typeof toolbar === 'string') return toolbar.includes(entry) ? toolbar : `${toolbar} | ${entry}`;
  if (!Array.isArray(toolbar) || toolbar.some((line) => String(line).includes(entry))) return toolbar;
  const last: unknown = toolbar.at(-1);
  return typeof last === 'string' ? [...toolbar.slice(0, -1), `${last} | ${entry}`] : toolbar;
}

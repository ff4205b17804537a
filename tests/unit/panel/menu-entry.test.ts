// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { offerInMenus } from '../../../components/panel/edge/menu-entry.ts';
import { editorOpen } from '../../../utils/rspace/editor/editor-protocol.ts';

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
  Object.assign(browser.i18n, { getMessage: (name: string) => name });
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});

/** @returns whether the panel opens when a script of the page says that our entry was chosen. */
function opens(isActive: boolean): boolean {
  const show = vi.fn();
  vi.stubGlobal('navigator', { userActivation: { isActive } });
  offerInMenus(document, show, end.signal);
  document.dispatchEvent(new CustomEvent(editorOpen));
  return show.mock.calls.length > 0;
}

test('a page that says by itself that our entry was chosen opens nothing', () => {
  expect(opens(false)).toBe(false);
});

test('our entry, chosen by a person, opens the panel', () => {
  expect(opens(true)).toBe(true);
});

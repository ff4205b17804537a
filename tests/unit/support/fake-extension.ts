import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Empties the fake browser. What is in it is an extension that is in force, in British English, whose texts are their names. */
export function resetExtension(): void {
  fakeBrowser.reset();
  Object.assign(browser.runtime, { id: 'test-extension-id' });
  Object.assign(browser.i18n, { getUILanguage: () => 'en-GB', getMessage: (name: string) => name });
}

import { browser } from 'wxt/browser';

/**
 * Opens the extension's popup on behalf of a page. Browsers that open it only for a click on the toolbar get it as a
 * tab, where it works the same.
 */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}

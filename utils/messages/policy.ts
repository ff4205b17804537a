import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { activeSites } from '../rspace/sites/active-sites.ts';
import { isDocumentPath } from '../rspace/sites/document-page.ts';
import { isActive } from '../site-pattern.ts';

/**
 * Whether a port comes from a panel: our own content script, in the top frame of a document page, on an RSpace
 * where the extension is enabled. A page cannot open a port to an extension that declares nothing external.
 */
export async function isPanelSender(sender: Browser.runtime.MessageSender | undefined): Promise<boolean> {
  if (sender?.id !== browser.runtime.id || !sender.tab || sender.frameId !== 0 || !sender.url) return false;
  return isActive(sender.url, await activeSites()) && isDocumentPath(new URL(sender.url).pathname);
}

/** The page that the popup was opened on, and what can be found out about it. */
import { browser } from 'wxt/browser';
import type { RSpaceAnswer } from '../../utils/rspace/editor/ask-rspace.ts';
import { askRSpace } from '../../utils/rspace/editor/ask-rspace.ts';

export interface PageInFront {
  /** As far as the browser tells it. */
  address: string | undefined;
  tabId: number | undefined;
  /** Whether the page was named to the popup, and so need not prove to be an RSpace. */
  named: boolean;
}

/**
 * The tab in front, which opening the popup allows to know (`activeTab`).
 *
 * @param query the popup's own: `?url=…` names a page where there is no tab to ask (the popup opened as a page).
 */
export async function pageInFront(query: string): Promise<PageInFront> {
  const named = new URLSearchParams(query).get('url');
  if (named) {
    // Addresses of tabs are known where the host is granted.
    const tabs = await browser.tabs.query({});
    return { address: named, tabId: tabs.find(({ url }) => url === named)?.id, named: true };
  }
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { address: tab?.url, tabId: tab?.id, named: false };
}

/** Asks the page's server from within the page. @returns null where the browser does not let the extension do that. */
export async function askInTab(tabId: number, origin: string): Promise<RSpaceAnswer | null> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: askRSpace,
      args: [origin],
    });
    return answer?.result ?? null;
  } catch {
    return null;
  }
}

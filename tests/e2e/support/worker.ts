import type { BrowserContext, Page } from 'playwright-core';

/**
 * Stops the extension's service worker, as Chromium does when it has been idle. Chromium answers the command when
 * every worker has stopped; another may be running by then, because a panel that waits for news starts one at once.
 *
 * @param page any page of the browser: the command goes through it.
 */
export async function stopWorker(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
}

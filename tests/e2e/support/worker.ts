import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';

/** Stopping takes a few milliseconds; after this long Chromium will not answer any more (milliseconds). */
const patience = 3_000;

/**
 * Stops the extension's service worker, as Chromium does when it has been idle. Chromium answers the command when
 * every worker has stopped; another may be running by then, because a panel that waits for news starts one at once.
 * Where a worker was just starting, the answer never comes: it is told again then.
 *
 * @param page any page of the browser: the command goes through it.
 */
export async function stopWorker(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  const stop = () => cdp.send('ServiceWorker.stopAllWorkers').then(() => true);
  while (!(await Promise.race([stop(), pause(patience, false)])));
  await cdp.detach();
}

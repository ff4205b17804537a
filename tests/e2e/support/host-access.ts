import type { BrowserContext } from 'playwright-core';
import { extensionId } from './chromium.ts';

/** A file of the browser's own page of extensions, which may do the same, and shows nothing. */
export const extensionsFile = 'chrome://extensions/strings.m.js';

/** What the browser's own page of extensions may do. */
interface DeveloperPrivate {
  addHostPermission(id: string, pattern: string): Promise<void>;
  removeHostPermission(id: string, pattern: string): Promise<void>;
}

/**
 * Changes the extension's access to hosts as a person does in the browser's own settings. A browser without a screen
 * never shows the question of `permissions.request`; granted beforehand, it is answered at once.
 */
export async function changeAccess(
  context: BrowserContext,
  change: keyof DeveloperPrivate,
  pattern: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(extensionsFile);
  await page.evaluate(
    async ([name, id, host]) => {
      const { developerPrivate } = (
        globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }
      ).chrome;
      await developerPrivate[name](id, host);
    },
    [change, extensionId, pattern] as const,
  );
  await page.close();
}

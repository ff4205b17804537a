import type { BrowserContext, Page } from 'playwright-core';

/**
 * The tab in which one document after another is opened: a new one each time would cost twice as much, since it has a
 * process of its own, which knows none of RSpace's scripts.
 */
export interface Desk {
  /** The tab, once there is one. */
  tab(): Page | undefined;
  /** Leaves the document, and makes the tab look as it did at first. */
  clear(): Promise<void>;
  /** @returns the tab, in front of the others; while a document is open in it, a new one. */
  take(): Promise<Page>;
}

const nowhere = 'about:blank';

export function deskOf(
  context: BrowserContext,
  {
    viewport,
    reducedMotion,
  }: { viewport: { width: number; height: number }; reducedMotion: 'reduce' | 'no-preference' },
): Desk {
  let tab: Page | undefined;
  const kept = () => (tab?.isClosed() ? undefined : tab);
  return {
    tab: kept,
    async clear() {
      await kept()?.goto(nowhere);
      await kept()?.setViewportSize(viewport);
      await kept()?.emulateMedia({ media: null, reducedMotion, forcedColors: null, contrast: null });
    },
    async take() {
      const old = kept();
      if (old && old.url() !== nowhere) return context.newPage();
      tab = old ?? (await context.newPage());
      await tab.bringToFront();
      return tab;
    },
  };
}

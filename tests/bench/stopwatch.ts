import type { Page } from 'playwright-core';

/** What a person sees of a list that loads, in milliseconds after the click that opened it. */
export interface Appearance {
  firstRows: number;
  allRows: number;
}

interface Watch {
  /** A function of the page that tells whether rows are there, and whether all are: `() => {first, all}`. */
  look: string;
  click: () => Promise<void>;
}

/**
 * Measures inside the page, so that neither this process nor its way to the browser is part of it: from the click's own
 * time stamp to the frame that shows what was waited for.
 */
export async function appearance(page: Page, { look, click }: Watch): Promise<Appearance> {
  await page.evaluate((source) => {
    const state = new Function(`return (${source})()`) as () => { first: boolean; all: boolean };
    const found = Promise.withResolvers<{ firstRows: number; allRows: number }>();
    Object.assign(globalThis, { appeared: found.promise });
    addEventListener(
      'click',
      ({ timeStamp }) => {
        let firstRows = 0;
        const afterFrame = () => {
          const { first, all } = state();
          const now = performance.now() - timeStamp;
          if (first && firstRows === 0) firstRows = now;
          if (first && all) found.resolve({ firstRows, allRows: now });
          else requestAnimationFrame(check);
        };
        const channel = new MessageChannel();
        channel.port1.onmessage = afterFrame;
        // A message that is sent within a frame arrives when that frame has been drawn.
        const check = () => channel.port2.postMessage(null);
        requestAnimationFrame(check);
      },
      { once: true, capture: true },
    );
  }, look);
  await click();
  return page.evaluate(() => (globalThis as unknown as { appeared: Promise<Appearance> }).appeared);
}

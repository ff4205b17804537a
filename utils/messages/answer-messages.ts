import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';

/** Promises an answer to a message, or returns nothing where that is none of its business. */
type Server = (message: unknown, sender: Browser.runtime.MessageSender) => Promise<unknown> | undefined;

/** Has one-shot messages answered in a way that every browser understands: to Chromium, a promise is no answer. */
export function answerMessages(...servers: readonly Server[]): void {
  for (const serve of servers) {
    browser.runtime.onMessage.addListener((message: unknown, sender, answer: (value: unknown) => void) => {
      const promised = serve(message, sender);
      if (!promised) return;
      void promised.then(answer);
      // By this the browser waits.
      return true;
    });
  }
}

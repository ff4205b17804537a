import type { BrowserContext, Page } from 'playwright-core';
import { extensionId } from './chromium.ts';

/** The world of the extension's content scripts in a page, in which Playwright itself cannot evaluate. */
export interface IsolatedWorld extends AsyncDisposable {
  /** Evaluates an expression, awaits it and answers its value. A rejection is answered as its message. */
  evaluate(expression: string): Promise<unknown>;
}

export async function isolatedWorldOf(context: BrowserContext, page: Page): Promise<IsolatedWorld> {
  const cdp = await context.newCDPSession(page);
  const found = Promise.withResolvers<number>();
  cdp.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin === `chrome-extension://${extensionId}`) found.resolve(id);
  });
  await cdp.send('Runtime.enable');
  const contextId = await found.promise;
  return {
    async evaluate(expression) {
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      return exceptionDetails ? exceptionDetails.exception?.description : result.value;
    },
    [Symbol.asyncDispose]: () => cdp.detach(),
  };
}

import process from 'node:process';
import type { BrowserContext } from 'playwright-core';
import { startChromium } from '../e2e/support/chromium.ts';
import { configureFor } from '../e2e/support/main-job.ts';
import { DOCUMENT_IDS } from '../sandbox/rspace/seeded-documents.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { browsers } from './browsers.ts';
import { run } from './command.ts';
import { installBrowser } from './install-browser.ts';
import { wholeNumberFrom } from './whole-number.ts';

/** A sandbox, and a Chromium whose extension knows it. Disposing of it ends both. */
export interface Stage extends AsyncDisposable {
  sandbox: Sandbox;
  context: BrowserContext;
  /** The RSpace document that the job is done in. */
  documentId: string;
}

/** Installs Chromium where it is missing, and builds the extension. @returns whether both are there. */
export function prepareStage(): boolean {
  return installBrowser(browsers.chromium) && run('wxt', ['build', '--mode', 'sandbox']);
}

/** On Ctrl+C, or when asked to end, nothing is left running. */
function endOnSignal(opened: AsyncDisposableStack): void {
  const end = async () => {
    await opened.disposeAsync();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    // Playwright listens too, and would end this process before the browser's profile is deleted.
    process.removeAllListeners(signal);
    process.once(signal, () => void end());
  }
}

export async function openStage({ headless }: { headless: boolean }): Promise<Stage> {
  await using opened = new AsyncDisposableStack();
  const sandbox = await startSandbox({ seed: wholeNumberFrom('SEED', 1) });
  opened.defer(() => sandbox.close());
  const browser = opened.use(await startChromium({ headless }));
  await configureFor(browser, sandbox);
  const rest = opened.move();
  endOnSignal(rest);
  return {
    sandbox,
    context: browser.context,
    documentId: DOCUMENT_IDS.ordinary,
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

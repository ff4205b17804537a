import process from 'node:process';
import type { BrowserContext, Page } from 'playwright-core';
import { startChromium } from '../e2e/support/chromium.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { browsers } from './browsers.ts';
import { run } from './command.ts';
import { configureExtension } from './configure-extension.ts';
import { installBrowser } from './install-browser.ts';

/** A sandbox, and a Chromium whose extension knows it. Disposing of it ends both. */
export interface Stage extends AsyncDisposable {
  sandbox: Sandbox;
  context: BrowserContext;
  /** The options page, filled in. */
  options: Page;
  /** The document that the job is done in. */
  document: { id: string; url: string };
}

/** Installs Chromium where it is missing, and builds the extension. @returns whether both are there. */
export function prepareStage(): boolean {
  return installBrowser(browsers.chromium) && run('wxt', ['build', '--mode', 'sandbox']);
}

/** @returns the sandbox's seed, from the environment variable `SEED`; other seeds, other bookings. */
function seed(): number {
  const value = Number(process.env.SEED || 1);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new RangeError(`SEED must be a whole number, not "${process.env.SEED}".`);
}

export async function openStage({ headless }: { headless: boolean }): Promise<Stage> {
  await using opened = new AsyncDisposableStack();
  const sandbox = await startSandbox({ seed: seed() });
  opened.defer(() => sandbox.close());
  const { context } = opened.use(await startChromium({ headless }));
  const id = sandbox.control.rspace.documents()[0]?.id ?? '';
  const options = await configureExtension(context, sandbox);
  const rest = opened.move();
  return {
    sandbox,
    context,
    options,
    document: { id, url: `${sandbox.rspaceUrl}workspace/editor/structuredDocument/${id}` },
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

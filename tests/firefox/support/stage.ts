import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import {
  authoriseHere,
  caliraOptions,
  configureHere,
  someLabIds,
  tokensToStore,
} from '../../setup/stored-state.ts';
import type { Firefox } from './firefox.ts';
import { patience, startFirefox } from './firefox.ts';
import { loaded, openPanel } from './job.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const browser: typeof extensionApi;

/** A Firefox with the extension, as after its installation, and the servers that it works with. */
export interface FirefoxStage extends AsyncDisposable {
  sandbox: Sandbox;
  firefox: Firefox;
  /** A page of the extension's own that runs none of its code. */
  own: Page;
  /** Leaves what the options page leaves. */
  configure(): Promise<void>;
  /** Opens a document with its panel, configured, connected and with every booking listed. */
  connectedPanel(): Promise<Page>;
}

/** Each file has a Firefox of its own: one that was put back did not always answer the next file. */
export async function openStage(): Promise<FirefoxStage> {
  await using opened = new AsyncDisposableStack();
  const sandbox = await startSandbox();
  opened.defer(() => sandbox.close());
  const firefox = opened.use(await startFirefox());
  const own = await firefox.openOwn('icon/16.png');

  async function configure(): Promise<void> {
    // Firefox draws no frames for a tab behind another one.
    await own.bringToFront();
    await own.evaluate(configureHere, { calira: caliraOptions(sandbox, 'public'), secret: '' });
    // The background writes this last when it has heard of another client: whatever it had before is given up by then.
    const state = () =>
      own.evaluate(async () => {
        const { connection } = await browser.storage.local.get<{ connection?: { state: string } }>(
          'connection',
        );
        return connection?.state;
      });
    await vi.waitUntil(async () => (await state()) === 'disconnected', patience);
  }

  const rest = opened.move();
  return {
    sandbox,
    firefox,
    own,
    configure,
    async connectedPanel() {
      await configure();
      await own.evaluate(authoriseHere, await tokensToStore(sandbox, { labs: someLabIds }));
      const page = await openPanel(firefox, sandbox.rspaceUrl);
      await loaded(page);
      return page;
    },
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import {
  authoriseHere,
  caliraOptions,
  configureHere,
  emptyHere,
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

/** The stage of this process, while no test uses it. */
let kept: FirefoxStage | undefined;

/**
 * The stage that tests use one after the other: to start a Firefox takes more of the processor than most tests. It ends
 * with the process (`tests/setup/shared-by-files.ts`).
 * @returns the stage as it is at first, whatever the test before has done; to dispose of it gives it back.
 */
export async function sharedStage(): Promise<FirefoxStage> {
  const stage = kept ?? globalThis.sharedByFiles.use(await openStage());
  if (kept) await putBack(kept);
  kept = undefined;
  return {
    ...stage,
    async [Symbol.asyncDispose]() {
      kept = stage;
    },
  };
}

async function openStage(): Promise<FirefoxStage> {
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

async function putBack({ sandbox, firefox, own }: FirefoxStage): Promise<void> {
  await firefox.leave(own);
  for (const name of await readdir(firefox.downloads)) await rm(join(firefox.downloads, name));
  await own.evaluate(async () => {
    const { origins = [] } = await browser.permissions.getAll();
    const { host_permissions: installed = [] } = browser.runtime.getManifest() as {
      host_permissions?: string[];
    };
    await browser.permissions.remove({ origins: origins.filter((origin) => !installed.includes(origin)) });
  });
  // It would write down again what it remembers.
  await firefox.stopBackground();
  await own.evaluate(emptyHere);
  await firefox.stopBackground();
  sandbox.control.reset();
}

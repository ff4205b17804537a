import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** An extension of somebody else's, with every permission on every page, in a folder of its own. */
export interface OtherExtension extends AsyncDisposable {
  folder: string;
  /** A page of that extension. */
  page(context: BrowserContext): Promise<Page>;
}

export async function writeOtherExtension(): Promise<OtherExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'other-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Somebody else’s',
    version: '1',
    permissions: ['storage', 'tabs', 'scripting', 'management'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'worker.js' },
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), '');
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Somebody else’s</title>');
  return {
    folder,
    async page(context) {
      const worker = await workerOf(context);
      const page = await context.newPage();
      await page.goto(new URL('page.html', worker).href);
      return page;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** @returns the address of its worker: an extension that was loaded from a folder has the id that its path gives it. */
async function workerOf(context: BrowserContext): Promise<string> {
  const found = () => context.serviceWorkers().find((one) => one.url().endsWith('/worker.js'));
  while (!found()) await context.waitForEvent('serviceworker');
  return found()?.url() ?? '';
}

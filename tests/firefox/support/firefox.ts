import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { vi } from 'vitest';
import { GECKO_ID } from '../../../utils/extension-id.ts';
import { browserPath, browsers } from '../../setup/browsers.ts';
import { picturesAreWanted } from '../../setup/pictures.ts';
import { answered } from './answered.ts';

/** Where `wxt build --browser firefox --mode sandbox` puts the extension. */
export const built = join(import.meta.dirname, '../../../.output/firefox-mv3-sandbox');

const pictures = join(import.meta.dirname, '../../../artefacts/screenshots');

/** How long anything may take that a test waits for (milliseconds). */
export const patience = { timeout: 60_000, interval: 50 };

export interface FirefoxOptions {
  /** Of the browser itself, and so of the extension: Firefox needs its language pack, which Debian packs apart. */
  language?: string;
  /** Another copy of the extension than the one that was built, and its id. */
  extension?: { folder: string; id: string };
  /** What becomes of the welcome page; `none` where a policy keeps it away. */
  welcome?: 'closed' | 'none';
}

export interface Firefox extends AsyncDisposable {
  browser: Browser;
  /** Opens one of the extension's own pages in a tab. */
  openOwn(path: string): Promise<Page>;
  openTab(url: string): Promise<Page>;
  /** Stops the extension's background, as Firefox itself does when it has been idle for 30 s. */
  stopBackground(): Promise<void>;
  /** Removes every cookie, and closes every tab but this one. */
  leave(but: Page): Promise<void>;
  /** The folder that downloads go to, without a question. */
  downloads: string;
}

/** Of Firefox's own pages, where some functions here are evaluated. */
declare const Services: { cookies: { removeAll(): void } };
declare const WebExtensionPolicy: {
  getByID(id: string): { extension: { backgroundState: string; terminateBackground(): Promise<void> } };
};

/** Starts Firefox from a fresh profile with the extension loaded; disposing of it closes it and deletes the profile. */
export async function startFirefox({
  language = 'en-GB',
  extension = { folder: built, id: GECKO_ID },
  welcome = 'closed',
}: FirefoxOptions = {}): Promise<Firefox> {
  const executablePath = browserPath(browsers.firefox);
  if (!executablePath) throw new Error('No Firefox found: install it, or name it in FIREFOX_PATH.');
  // Firefox gives each installation a random address; known beforehand, its pages can be opened.
  const uuid = randomUUID();
  await using opened = new AsyncDisposableStack();
  const downloads = await mkdtemp(join(tmpdir(), 'calira-downloads-'));
  opened.defer(() => rm(downloads, { recursive: true }));
  const driven = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    // Without it, the extension's own pages are out of reach.
    args: ['--remote-allow-system-access'],
    env: { ...process.env, TZ: 'Europe/London' },
    defaultViewport: { width: 1360, height: 860 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extension.id]: uuid }),
      // A headless Firefox cannot show its question: it grants what a click asks for.
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.locale.requested': language,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      // The list of downloads would take the focus from the page.
      'browser.download.alwaysOpenPanel': false,
    },
  });
  opened.defer(() => driven.close());
  await driven.installExtension(extension.folder);
  if (welcome === 'closed') await closeWelcome(driven);

  async function openTab(url: string): Promise<Page> {
    const page = await driven.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens a page of which Firefox never tells the driver that it has been loaded. */
  async function openPrivileged(url: string): Promise<Page> {
    const page = await driven.newPage();
    void page.goto(url).catch(() => {});
    const ready = () =>
      answered(page.evaluate(() => `${location.href} ${document.readyState}`)).catch(() => '');
    await vi.waitUntil(async () => (await ready()) === `${url} complete`, patience);
    return page;
  }

  /** A page that may do all that Firefox itself may. */
  let ofFirefox: Promise<Page> | undefined;
  function pageOfFirefox(): Promise<Page> {
    ofFirefox ??= openPrivileged('about:config');
    return ofFirefox;
  }

  const rest = opened.move();
  return {
    browser: driven,
    downloads,
    openTab,
    openOwn: (path) => openPrivileged(`moz-extension://${uuid}/${path}`),
    async stopBackground() {
      const page = await pageOfFirefox();
      const stop = async (id: string) => {
        const { extension: running } = WebExtensionPolicy.getByID(id);
        await running.terminateBackground();
        return running.backgroundState === 'stopped';
      };
      // Firefox puts it off while the background answers something.
      await vi.waitUntil(() => page.evaluate(stop, extension.id), patience);
    },
    async leave(but) {
      const kept = await pageOfFirefox();
      for (const page of await driven.pages()) if (page !== but && page !== kept) await page.close();
      await kept.evaluate(() => Services.cookies.removeAll());
    },
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

/** The page that opens after the installation would come in front of what a test does. */
async function closeWelcome(driven: Browser): Promise<void> {
  const page = await vi.waitFor(async () => {
    const opened = (await driven.pages()).at(1);
    const path = await opened?.evaluate(() => location.pathname);
    if (!opened || path !== '/welcome.html') throw new Error('No welcome page has opened.');
    return opened;
  }, patience);
  await page.close();
}

/** Keeps a picture of a state, for people to look at, if they want pictures. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!picturesAreWanted) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `firefox-${name}.png`) });
}

import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { vi } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { GECKO_ID } from '../../../utils/extension-id.ts';
import { browserPath, browsers } from '../../setup/browsers.ts';
import { picturesAreWanted } from '../../setup/pictures.ts';
import { answered } from './answered.ts';

/** Where `wxt build --browser firefox --mode sandbox` puts the extension. */
export const built = join(import.meta.dirname, '../../../.output/firefox-mv3-sandbox');

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const browser: typeof extensionApi;

const pictures = join(import.meta.dirname, '../../../artefacts/screenshots');

/** How long anything may take that a test waits for (milliseconds). */
export const patience = { timeout: 60_000, interval: 50 };

export interface FirefoxOptions {
  /** After how many idle milliseconds Firefox stops the background; by itself it takes 30 s. */
  idleTimeout?: number;
  /** Of the browser itself, and so of the extension: Firefox needs its language pack, which Debian packs apart. */
  language?: string;
  /** Another copy of the extension than the one that was built, and its id. */
  extension?: { folder: string; id: string };
  /** What becomes of the welcome page; `none` where a policy keeps it away. */
  welcome?: 'closed' | 'none';
  /** The folder that downloads go to, without a question. */
  downloads?: string;
}

export interface Firefox extends AsyncDisposable {
  browser: Browser;
  /** Opens one of the extension's own pages in a tab. */
  openOwn(path: string): Promise<Page>;
  openTab(url: string): Promise<Page>;
}

/** Starts Firefox from a fresh profile with the extension loaded; disposing of it closes it and deletes the profile. */
export async function startFirefox({
  idleTimeout = 30_000,
  language = 'en-GB',
  extension = { folder: built, id: GECKO_ID },
  welcome = 'closed',
  downloads,
}: FirefoxOptions = {}): Promise<Firefox> {
  const executablePath = browserPath(browsers.firefox);
  if (!executablePath) throw new Error('No Firefox found: install it, or name it in FIREFOX_PATH.');
  // Firefox gives each installation a random address; known beforehand, its pages can be opened.
  const uuid = randomUUID();
  const driven = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    // Without it, the extension's own pages are out of reach.
    args: ['--remote-allow-system-access'],
    env: { ...process.env, TZ: 'Europe/London' },
    defaultViewport: { width: 1360, height: 860 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extension.id]: uuid }),
      'extensions.background.idle.timeout': idleTimeout,
      // A headless Firefox cannot show its question: it grants what a click asks for.
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.locale.requested': language,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads ?? tmpdir(),
      // The list of downloads would take the focus from the page.
      'browser.download.alwaysOpenPanel': false,
    },
  });
  await driven.installExtension(extension.folder);
  if (welcome === 'closed') await closeWelcome(driven);

  async function openTab(url: string): Promise<Page> {
    const page = await driven.newPage();
    await page.goto(url);
    return page;
  }

  return {
    browser: driven,
    openTab,
    async openOwn(path) {
      const page = await driven.newPage();
      const url = `moz-extension://${uuid}/${path}`;
      // Firefox loads the page, but never tells the driver so.
      void page.goto(url).catch(() => {});
      const ready = () =>
        answered(page.evaluate(() => `${location.href} ${document.readyState}`)).catch(() => '');
      await vi.waitUntil(async () => (await ready()) === `${url} complete`, patience);
      return page;
    },
    [Symbol.asyncDispose]: () => driven.close(),
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

/** Waits until Firefox has stopped the idle background. @param own a page of the extension's own. */
export function stopped(own: Page): Promise<unknown> {
  // A page that asks for the background itself would start it again.
  const views = () =>
    own.evaluate(() =>
      (browser.extension.getViews() as (typeof window)[]).map((view) => view.location.pathname),
    );
  return vi.waitUntil(async () => !(await views()).includes('/_generated_background_page.html'), patience);
}

/** Keeps a picture of a state, for people to look at, if they want pictures. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!picturesAreWanted) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `firefox-${name}.png`) });
}

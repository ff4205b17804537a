import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { CHROMIUM_KEY } from '../../../utils/extension-id.ts';
import { chromiumId } from '../../sandbox/redirect-uris.ts';
import { chromiumPath } from '../../setup/chromium-path.ts';

/** The extension's id, which the manifest's key fixes. */
export const extensionId = chromiumId(CHROMIUM_KEY);

/** Where `wxt build --mode sandbox` puts the extension; `EXTENSION_DIR` names another build to test. */
export const built =
  process.env.EXTENSION_DIR ?? join(import.meta.dirname, '../../../.output/chrome-mv3-sandbox');

/** For what a person would not wait for longer than a few seconds, on a computer that does much else (milliseconds). */
export const usualPatience = 60_000;

export const usualViewport = { width: 1360, height: 860 };

export interface Chromium extends AsyncDisposable {
  context: BrowserContext;
  /** The folder of the profile. */
  profile: string;
}

export interface ChromiumOptions {
  headless?: boolean;
  viewport?: { width: number; height: number };
  /** The folder of a profile that was used before and is kept afterwards. */
  profile?: string;
  /** Of the browser itself, and so of the extension. */
  language?: string;
  /** Whether pages are told that the person wants less motion: without it, clicks wait until what moves stands still. */
  reducedMotion?: 'reduce' | 'no-preference';
  /** Switches of Chromium's own besides the usual ones. */
  args?: readonly string[];
  /** What becomes of the welcome page, which opens in a fresh profile; `none` where a policy keeps it away. */
  welcome?: 'closed' | 'kept' | 'none';
  /** The folder of another extension than the one that was built. */
  extension?: string;
}

/**
 * Chromium puts off what is not urgent until the first page has been idle for two seconds, and policies are read then:
 * every extension that asks for `storage.managed` waits that long (`kImprovedStartupBestEffortDelay`). Both lists take
 * the place of Playwright's own (`chromiumSwitches`), and so begin with them.
 */
const enabled = [
  'CDPScreenshotNewSurface',
  'SkipListAccountsWithoutGaiaCookies',
  'ImprovedStartupBestEffortDelay:StartupDelayVisibleTabTimeout/0s',
];

/** Every window of Chromium prepares two pages for suggestions to what is typed into the address bar. */
const disabled = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** The page that opens after the installation. It and the tab that Chromium starts with come in either order. */
function welcomePage(context: BrowserContext): Promise<Page> {
  const shown = async (page: Page) => {
    await page.waitForURL(/\/welcome\.html$/);
    return page;
  };
  return Promise.any([...context.pages().map(shown), context.waitForEvent('page').then(shown)]);
}

/** Starts Chromium from a fresh profile with the extension loaded; disposing of it closes it and deletes the profile. */
export async function startChromium({
  headless = true,
  viewport = usualViewport,
  profile: kept,
  language = 'en-GB',
  args = [],
  reducedMotion = 'no-preference',
  extension = built,
  welcome = 'closed',
}: ChromiumOptions = {}): Promise<Chromium> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium found: install it, or name it in CHROMIUM_PATH.');
  const profile = kept ?? (await mkdtemp(join(tmpdir(), 'calira-chromium-')));
  const installs = (await readdir(profile)).length === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport,
    reducedMotion,
    locale: language,
    // On Linux Chromium takes its language from here, in Debian only with the package chromium-l10n; on Windows, from --lang.
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    timezoneId: 'Europe/London',
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      // Chromium's own sandbox cannot start for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--enable-features=${enabled.join(',')}`,
      `--disable-features=${disabled.join(',')}`,
      `--lang=${language}`,
      ...args,
    ],
  });
  context.setDefaultTimeout(usualPatience);
  // Until a newly installed extension's worker runs, Chromium blocks its pages; in a profile that has it already the
  // worker waits for something to do.
  if (!kept && context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  if (installs && welcome !== 'none') {
    const page = await welcomePage(context);
    if (welcome === 'closed') await page.close();
  }
  return {
    context,
    profile,
    async [Symbol.asyncDispose]() {
      await context.close();
      if (!kept) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What is there after the browser was closed and started again, and what is not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { connectionOf, keptBookings, storedSecrets } from './support/authorisation-stage.ts';
import { extensionId, startChromium } from './support/chromium.ts';
import { openDocument } from './support/document-page.ts';
import { findPanelOf } from './support/find-panel.ts';
import { readyToInsert } from './support/main-job.ts';
import { panelOn } from './support/panel.ts';
import { stepPictures } from './support/screenshots.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const picture = stepPictures('restart');

async function openOwn(context: BrowserContext, path: string): Promise<Page> {
  const own = await context.newPage();
  await own.goto(`chrome-extension://${extensionId}/${path}`);
  return own;
}

// For its first seconds a Chromium that has just started does not answer about policies, and so not about tokens.
const patience = { timeout: 60_000 };
/** The names of what is stored where, apart from settings. */
async function places(own: Page): Promise<{ session: string[]; lasting: string[] }> {
  const { session, lasting } = await storedSecrets(own);
  return { session: Object.keys(session).sort(), lasting: Object.keys(lasting) };
}

/** How somebody looked at their bookings before the browser was closed is how they see them now. */
async function expectChoices(context: BrowserContext, sandbox: Sandbox): Promise<void> {
  const document = await openDocument(context, sandbox.rspaceUrl);
  const panel = panelOn(document.page);
  await panel.open();
  await panel.loaded();
  const find = findPanelOf({ ...document, panel });
  expect(await find.view('Booked').isChecked()).toBe(true);
  expect(await find.combobox('Lab').inputValue()).toBe('Cytometry');
  expect(await find.combobox('Period').inputValue()).toBe('last30Days');
  expect(await find.combobox('Sort by').inputValue()).toBe('duration');
  expect((await find.region.boundingBox())?.width).toBe(580);
  await document.page.close();
}

test('nobody is welcomed again; one’s own computer stays connected and shows bookings as before; a shared one forgets', async () => {
  await using opened = new AsyncDisposableStack();
  const sandbox = await startSandbox();
  opened.defer(() => sandbox.close());
  const profile = await mkdtemp(join(tmpdir(), 'calira-profile-'));
  opened.defer(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  {
    await using chromium = await startChromium({ profile });
    const { document, panel } = await readyToInsert(chromium, sandbox);
    const find = findPanelOf({ ...document, panel });
    await find.view('Booked').check();
    await find.choose('Lab', 'cyto');
    await find.combobox('Period').selectOption('Last 30 days');
    await find.combobox('Sort by').selectOption('Duration');
    await find.region.getByRole('separator', { name: 'Width of the panel' }).press('ArrowLeft');
    const own = await openOwn(chromium.context, 'icon/16.png');
    expect(await places(own)).toEqual({ session: ['accessToken'], lasting: ['refreshToken'] });
    await expect.poll(() => keptBookings(own)).toHaveProperty('list');
  }
  {
    await using chromium = await startChromium({ profile });
    // Loaded from the command line, an extension is not told that the browser has started: the popup starts its worker.
    const own = await openOwn(chromium.context, 'popup.html');
    await own.getByRole('status').getByText('Connected', { exact: true }).waitFor();
    expect(chromium.context.pages().filter((page) => page.url().endsWith('/welcome.html'))).toEqual([]);
    const scripts = () => own.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    await expect.poll(async () => (await scripts()).length, patience).toBe(2);
    // The popup looks which labs Calira grants, and so renews the access token that went with the browser.
    await expect
      .poll(() => places(own), patience)
      .toEqual({ session: ['accessToken'], lasting: ['refreshToken'] });
    await expectChoices(chromium.context, sandbox);
    const options = await openOwn(chromium.context, 'options.html');
    const box = options.getByRole('checkbox', { name: 'Stay connected on this computer' });
    expect(await box.isChecked()).toBe(true);
    await box.uncheck();
    await expect
      .poll(() => places(own), patience)
      .toEqual({ session: ['accessToken', 'refreshToken'], lasting: [] });
    await picture(options, 'shared-computer');
    expect(await keptBookings(own)).toHaveProperty('list');
  }
  {
    await using chromium = await startChromium({ profile });
    const own = await openOwn(chromium.context, 'popup.html');
    await own.getByRole('status').getByText('Disconnected').waitFor();
    expect(await connectionOf(own)).toEqual({ state: 'disconnected' });
    expect(await places(own)).toEqual({ session: [], lasting: [] });
    const { labs } = await own.evaluate(() => chrome.storage.local.get('labs'));
    expect(labs).toMatchObject({ granted: [], decisions: {} });
    expect(await keptBookings(own)).toEqual({});
  }
});

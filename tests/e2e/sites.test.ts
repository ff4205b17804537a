/** On which RSpace the extension works: two hosts, enabled and disabled, and what the browser may do to that. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { editorAnswer, editorRequest } from '../../utils/rspace/editor/editor-protocol.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import type { Chromium } from './support/chromium.ts';
import { extensionId, startChromium } from './support/chromium.ts';
import { openDocument } from './support/document-page.ts';
import { changeAccess } from './support/host-access.ts';
import { panelOn } from './support/panel.ts';
import { stepPictures } from './support/screenshots.ts';
import { stopWorker } from './support/worker.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const localhost = 'http://localhost/*';
const loopback = 'http://127.0.0.1/*';
const picture = stepPictures('sites');

let sandbox: Sandbox;
let chromium: Chromium;
let context: BrowserContext;
/** A page of the extension's own that runs none of its code. */
let own: Page;
/** The RSpace on a host that every installation of the sandbox's build may reach, and on one that it has to ask for. */
let granted: string;
let other: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  granted = sandbox.rspaceUrl;
  other = granted.replace('127.0.0.1', 'localhost');
  chromium = await startChromium();
  ({ context } = chromium);
  own = await openOwn('icon/16.png');
});
afterAll(async () => {
  await chromium[Symbol.asyncDispose]();
  await sandbox.close();
});
beforeEach(async () => {
  for (const page of context.pages()) if (page !== own) await page.close();
  await own.evaluate(async (site) => {
    await chrome.permissions.remove({ origins: [site] });
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  }, localhost);
  await expect.poll(registeredMatches).toEqual([]);
});

async function openOwn(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  return page;
}

async function openPopup(site: string): Promise<Page> {
  const popup = await openOwn(`popup.html?url=${encodeURIComponent(site)}`);
  await popup.setViewportSize({ width: 360, height: 600 });
  return popup;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** On which hosts content scripts are registered. */
function registeredHosts(): Promise<string[]> {
  return own.evaluate(async () => {
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    const matches = scripts.flatMap((script) => script.matches ?? []);
    return [...new Set(matches.map((match) => match.replace(/^(.*?:\/\/[^/]*\/).*/, '$1*')))];
  });
}

/** On which hosts of this computer content scripts are registered. */
async function registeredMatches(): Promise<string[]> {
  return (await registeredHosts()).filter((host) => host.startsWith('http:'));
}

/** Enables the extension on the host that has to be asked for, by the popup. */
async function enableOther(): Promise<void> {
  await changeAccess(context, 'addHostPermission', localhost);
  const popup = await openPopup(other);
  await button(popup, 'Enable on localhost').click();
  await button(popup, 'Disable on localhost').waitFor();
  await popup.close();
}

/** What of the extension is on a page: of the isolated world, and of the page's own. */
async function traces(page: Page): Promise<{ panel: number; adapter: boolean }> {
  const adapter = await page.evaluate(
    ([request, answer]) => {
      let heard = false;
      document.addEventListener(answer, () => {
        heard = true;
      });
      const detail = JSON.stringify({ id: '1', command: 'describe', parameters: {} });
      document.dispatchEvent(new CustomEvent(request, { detail }));
      return heard;
    },
    [editorRequest, editorAnswer] as const,
  );
  return { panel: await page.locator('calira-bookings').count(), adapter };
}
const nothing = { panel: 0, adapter: false };
const everything = { panel: 1, adapter: true };

test('enabling another host works although the popup was closed while the browser asked', async () => {
  const there = await openDocument(context, other);
  const popup = await openPopup(other);
  // Nobody answers the question while the browser has no screen. It asks once only: this has to be the first test.
  await button(popup, 'Enable on localhost').click();
  const wanted = () =>
    own.evaluate(async () => (await chrome.storage.session.get('wantedSites')).wantedSites);
  await expect.poll(wanted).toEqual({ [localhost]: other });
  await popup.close();
  await stopWorker(context, own);
  // The person's yes comes when the page that asked is gone.
  await changeAccess(context, 'addHostPermission', localhost);
  await own.evaluate((site) => chrome.permissions.request({ origins: [site] }), localhost);
  await panelOn(there.page).open();
  await expect.poll(wanted).toEqual({});
});

test('enabled, a host has the panel in the open tab without a reload; disabled, nothing; the other host is left alone', async () => {
  const there = await openDocument(context, other);
  const here = await openDocument(context, granted);
  expect(await traces(there.page)).toEqual(nothing);
  await changeAccess(context, 'addHostPermission', localhost);
  const popup = await openPopup(other);
  await button(popup, 'Enable on localhost').waitFor();
  await picture(popup, 'to-be-enabled');
  await button(popup, 'Enable on localhost').click();
  await button(popup, 'Disable on localhost').waitFor();
  await picture(popup, 'enabled');
  await panelOn(there.page).open();
  await expect.poll(() => traces(there.page)).toEqual(everything);
  await picture(there.page, 'panel-in-open-tab');
  expect(await traces(here.page)).toEqual(nothing);
  expect(await registeredMatches()).toEqual([localhost]);
  await here.page.reload();
  expect(await traces(here.page)).toEqual(nothing);

  await button(popup, 'Disable on localhost').click();
  await expect.poll(() => traces(there.page)).toEqual(nothing);
  await expect.poll(registeredMatches).toEqual([]);
  expect(await own.evaluate((site) => chrome.permissions.contains({ origins: [site] }), localhost)).toBe(
    false,
  );
  await there.page.reload();
  expect(await traces(there.page)).toEqual(nothing);

  // What is granted for something else enables nothing.
  await changeAccess(context, 'addHostPermission', localhost);
  const popupHere = await openPopup(granted);
  await button(popupHere, 'Enable on 127.0.0.1').click();
  await panelOn(here.page).open();
  expect(await registeredMatches()).toEqual([loopback]);
  expect(await traces(there.page)).toEqual(nothing);
  await button(popupHere, 'Disable on 127.0.0.1').click();
  await expect.poll(() => traces(here.page)).toEqual(nothing);
  await button(popupHere, 'Enable on 127.0.0.1').click();
  await expect.poll(() => traces(here.page)).toEqual(everything);
  await panelOn(here.page).open();
});

test('disabled with a field open, the `/` menu has no entry, and the toolbar button says why; enabled again, it leads to the panel', async () => {
  const popup = await openPopup(granted);
  await button(popup, 'Enable on 127.0.0.1').click();
  await button(popup, 'Disable on 127.0.0.1').waitFor();
  const document = await openDocument(context, granted);
  const { page, editor } = document;
  await document.edit('Method');
  await panelOn(page).open();
  await button(popup, 'Disable on 127.0.0.1').click();
  await expect.poll(() => traces(page)).toEqual(nothing);

  // TinyMCE cannot take back a button that it has built.
  const toolbar = page.locator('.tox-toolbar, .tox-toolbar__primary').getByTitle('Calira booking');
  await page.bringToFront();
  await toolbar.click();
  await page.getByText('The extension does not work on this RSpace any more.').waitFor();
  await editor.locator('body').press('End');
  await page.keyboard.type(' /');
  await page.locator('.tox-autocompleter').waitFor();
  expect(await page.locator('.tox-autocompleter').getByText('Calira booking').count()).toBe(0);
  await page.keyboard.press('Escape');

  await button(popup, 'Enable on 127.0.0.1').click();
  await expect.poll(() => traces(page)).toEqual(everything);
  await toolbar.click();
  await panelOn(page).region.waitFor();
});

test('registrations that an update has lost come back when the worker starts; they go and come with the permission in the browser’s own settings', async () => {
  await enableOther();
  await own.evaluate(() => chrome.scripting.unregisterContentScripts());
  expect(await registeredMatches()).toEqual([]);
  await stopWorker(context, own);
  // Any event wakes it.
  const options = await openOwn('options.html');
  await button(options, 'Remove localhost').waitFor();
  await expect.poll(registeredMatches).toEqual([localhost]);
  const there = await openDocument(context, other);
  await panelOn(there.page).open();

  await changeAccess(context, 'removeHostPermission', localhost);
  await expect.poll(() => traces(there.page)).toEqual(nothing);
  await expect.poll(registeredMatches).toEqual([]);
  await button(options, 'Allow access to localhost').waitFor();
  await picture(options, 'permission-taken-away');
  await changeAccess(context, 'addHostPermission', localhost);
  await panelOn(there.page).open();
  await expect.poll(registeredMatches).toEqual([localhost]);
});

test('of RSpace’s own cloud, a single host is enough where the browser’s settings took the rest away', async () => {
  const cloud = 'https://*.researchspace.com/*';
  const demo = 'https://demo.researchspace.com/';
  await changeAccess(context, 'removeHostPermission', cloud);
  await expect.poll(registeredHosts).not.toContain(cloud);
  await changeAccess(context, 'addHostPermission', `${demo}*`);
  const popup = await openPopup(demo);
  await button(popup, 'Disable on demo.researchspace.com').waitFor();
  await expect.poll(registeredHosts).toEqual([`${demo}*`]);
  await changeAccess(context, 'removeHostPermission', `${demo}*`);
  await expect.poll(registeredHosts).toEqual([]);
  await changeAccess(context, 'addHostPermission', cloud);
  await expect.poll(registeredHosts).toEqual([cloud]);
});

test('on an enabled host the document of a notebook has the panel, and what is no document stays untouched', async () => {
  const popup = await openPopup(granted);
  await button(popup, 'Enable on 127.0.0.1').click();
  await button(popup, 'Disable on 127.0.0.1').waitFor();
  const page = await context.newPage();
  await page.goto(`${granted}notebook/editor/structuredDocument/123`);
  await panelOn(page).open();
  // A page that only looks like a document's address.
  await page.route('**/structuredDocument/7', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<title>Wiki</title><table id="structuredDocument"></table>',
    }),
  );
  for (const path of [
    'workspace/editor/structuredDocument/7',
    'workspace',
    'workspace/editor/structuredDocument/audit/view?recordId=123&revision=1',
    'notebookEditor/200',
  ]) {
    await page.goto(granted + path);
    expect(await traces(page), path).toEqual(nothing);
  }
});

test('the build declares no content scripts, and asks for what is written down and no more', async () => {
  const built = await own.evaluate(() => chrome.runtime.getManifest());
  const file = join(import.meta.dirname, '../unit/manifests/chrome-sandbox.snap');
  const written = JSON.parse(await readFile(file, 'utf8'));
  expect(built.content_scripts).toBeUndefined();
  expect(built.web_accessible_resources).toBeUndefined();
  for (const key of [
    'permissions',
    'host_permissions',
    'optional_host_permissions',
    'content_security_policy',
  ])
    expect(built[key as keyof typeof built], key).toEqual(written[key]);
});

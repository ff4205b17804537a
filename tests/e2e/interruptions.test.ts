/** What is taken away under an open panel: its editor, its page, its database, a permission. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { atWork } from './support/at-work.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { openDocument } from './support/document-page.ts';
import { changeAccess } from './support/host-access.ts';
import { panelOn } from './support/panel.ts';
import { chooseAtOnce } from './support/save-menu.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, or of the browser's, where some functions here are evaluated. */
declare const chrome: typeof browser;

const list = { path: '/v1/bookings' };
/** What the panel asks RSpace right before it inserts. */
const access = { path: '/workspace/getRecordInformation' };
const calira = 'http://127.0.0.1/*';
const other = 'http://localhost/*';
const picture = stepPictures('interruptions');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(async () => {
  await changeAccess(stage.context, 'addHostPermission', calira);
  await stage.own.evaluate((site) => chrome.permissions.remove({ origins: [site] }), other);
  await stage[Symbol.asyncDispose]();
});
beforeEach(() => stage.sandbox.control.releaseLock('123'));

const working = async () => atWork(stage, await stage.freshPanel({ field: 'Method' }));
/** What RSpace has stored of the document. */
const saved = () => JSON.stringify(stage.sandbox.control.document('123').fields);

/** Enables a second RSpace. @returns its address. */
async function enableOther(): Promise<string> {
  await changeAccess(stage.context, 'addHostPermission', other);
  await stage.own.evaluate(async (site) => {
    const { rspaceSites = [] } = await chrome.storage.local.get('rspaceSites');
    // Granted in the browser's settings beforehand, it is given without a question.
    await chrome.permissions.request({ origins: [site] });
    await chrome.storage.local.set({ rspaceSites: [...(rspaceSites as string[]), site] });
  }, other);
  const registered = () =>
    stage.own.evaluate(async () => JSON.stringify(await chrome.scripting.getRegisteredContentScripts()));
  await expect.poll(registered).toContain('http://localhost/');
  return stage.sandbox.rspaceUrl.replace('127.0.0.1', 'localhost');
}

test('the field is closed: nothing is inserted, and it is said; opened again, it is', async () => {
  const opened = await working();
  const { page, panel, editor } = opened;
  const hold = stage.sandbox.control.hold(access);
  await panel.button('Insert').click();
  await hold.reached;
  await chooseAtOnce(page, 'saveView');
  await editor.locator('body').waitFor({ state: 'detached' });
  hold.release();
  await panel.region.getByText('Open a text field for editing first').first().waitFor();
  await picture(page, 'field-closed');
  expect(await panel.status.innerText()).toBe('2 selected');
  expect(saved()).not.toContain('data-calira-insertion');
  await panel.button('Open Method for editing').click();
  await panel.region.getByText('2 bookings inserted into Method.').waitFor();
});

test('Calira’s permission is withdrawn, and RSpace’s during an insertion: said, and granting it again is enough; the panel leaves, the text stays', async () => {
  await stage.reset();
  const there = await enableOther();
  await (await stage.connectedPanel()).page.close();
  const document = await openDocument(stage.context, there);
  await document.edit('Method');
  const panel = panelOn(document.page);
  await panel.open();
  await panel.loaded();
  const opened = await atWork(stage, { ...document, panel });
  await changeAccess(stage.context, 'removeHostPermission', calira);
  await panel.button('Refresh').click();
  await panel.region.getByText('Calira cannot be reached.').waitFor();
  await panel.region.getByRole('progressbar').waitFor({ state: 'detached' });
  await picture(document.page, 'calira-withdrawn');
  await changeAccess(stage.context, 'addHostPermission', calira);
  await panel.button('Retry').click();
  await panel.region.getByText('Calira cannot be reached.').waitFor({ state: 'detached' });
  await opened.expectNothingLost();

  const text = await opened.editor.locator('body').innerText();
  const hold = stage.sandbox.control.hold(access);
  await panel.button('Insert').click();
  await hold.reached;
  await changeAccess(stage.context, 'removeHostPermission', other);
  await document.page.locator('calira-bookings').waitFor({ state: 'detached' });
  hold.release();
  await document.page.locator('tr.field').first().click();
  expect(await opened.editor.locator('body').innerText()).toBe(text);
});

test('five tabs in two windows on two RSpace servers read the list once; disconnecting reaches them all', async () => {
  await stage.reset();
  const there = await enableOther();
  await (await stage.connectedPanel()).page.close();
  stage.sandbox.control.clearRequests();
  const firstPage = { ...list, query: { page: '1' } };
  const here = stage.sandbox.rspaceUrl;
  const others = stage.context.pages();
  for (const url of [here, there]) await openDocument(stage.context, url);
  const urls = [there, here, there].map((url) => `${url}workspace/editor/structuredDocument/123`);
  await stage.own.evaluate((all) => chrome.windows.create({ url: all }), urls);
  const tabs = () => stage.context.pages().filter((page) => !others.includes(page));
  await expect.poll(() => tabs().length).toBe(5);
  const hold = stage.sandbox.control.hold(firstPage);
  const panels = tabs().map((page) => panelOn(page));
  await Promise.all(panels.map((panel) => panel.open()));
  await hold.reached;
  hold.release();
  const counts: string[] = [];
  for (const panel of panels) {
    await panel.loaded();
    counts.push(await panel.region.getByText(/^\d+ of \d+ bookings$/).innerText());
  }
  expect(new Set(counts).size, 'each panel lists the same').toBe(1);
  // One reading, which a slow computer may have tried again; five would be five.
  expect(stage.sandbox.control.countRequests(firstPage)).toBeLessThanOrEqual(3);
  expect(stage.sandbox.control.maxInFlight()).toBeLessThanOrEqual(10);

  await (await stage.popup()).getByRole('button', { name: 'Disconnect' }).click();
  for (const panel of panels) {
    await panel.button('Connect to Calira').waitFor();
    expect(await panel.region.getByRole('checkbox', { name: /^Select booking/ }).count()).toBe(0);
  }
});

test('its databases are wiped: nobody is asked anything before the authorisation has to be renewed', async () => {
  const opened = await working();
  const { panel, page } = opened;
  const cdp = await stage.context.newCDPSession(page);
  const origin = `chrome-extension://${extensionId}`;
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await panel.button('Refresh').click();
  await panel.loaded();
  expect(await panel.region.getByRole('alert').count()).toBe(0);
  expect(await panel.status.innerText()).toBe('2 selected');

  stage.sandbox.control.expireAccessTokens();
  await panel.button('Refresh').click();
  await panel.button('Reconnect').waitFor();
  stage.sandbox.control.setConsent('skip');
  await panel.button('Reconnect').click();
  await panel.button('Reconnect').waitFor({ state: 'detached' });
  await panel.loaded();
  expect(await panel.status.innerText()).toBe('2 selected');
});

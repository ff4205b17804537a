/** An authorisation that has expired: everybody is told, one click mends it, and nothing that was being done is lost. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { allRead, badgeOf, connectionOf } from './support/authorisation-stage.ts';
import { authorise, caliraWindow } from './support/calira-window.ts';
import { openDocument } from './support/document-page.ts';
import { panelOn } from './support/panel.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const expired = 'Invalid Calira user or client token: your authorisation has expired.';
const details = { path: '/v1/bookings/:id' };
const picture = stepPictures('authorisation-expired');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.reset());

/** Calira wants the person again, from the next request on. */
function endAuthorisation(): void {
  stage.sandbox.control.revokeRefreshTokens();
  stage.sandbox.control.expireAccessTokens();
}

const alertOf = ({ panel }: OpenPanel) => panel.region.getByRole('alert').getByText(expired);
const listOf = ({ panel }: OpenPanel) => panel.region.getByRole('grid', { name: 'Bookings' });
const scrollTop = (document: OpenPanel) => listOf(document).evaluate((list) => list.scrollTop);

/** Ticks bookings that are in view. @returns their ids. */
async function pick(document: OpenPanel, count: number): Promise<string[]> {
  const list = await listOf(document).boundingBox();
  const ids: string[] = [];
  for (const box of await listOf(document).getByRole('checkbox').all()) {
    const place = await box.boundingBox();
    if (!list || !place || place.y < list.y || place.y + place.height > list.y + list.height) continue;
    ids.push(((await box.getAttribute('aria-label')) ?? '').replace('Select booking ', ''));
    await box.check();
    if (ids.length === count) break;
  }
  return ids;
}

async function reconnect(document: OpenPanel): Promise<void> {
  const window = await caliraWindow(stage.context, () => document.panel.button('Reconnect').click());
  // With a living session there is nothing left to do but to press Calira's button.
  await authorise(window, []);
}

test('one click: selection and place are kept, and the insertion that was under way is carried out', async () => {
  const { control } = stage.sandbox;
  const document = await stage.connectedPanel({ field: 'Method' });
  const held = control.hold(details);
  await listOf(document).hover();
  await document.page.mouse.wheel(0, 2400);
  await held.reached;
  const ids = await pick(document, 3);
  const before = await scrollTop(document);
  await document.panel.button('Insert').click();
  await document.panel.region.getByText('Preparing 0 of 3').waitFor();
  endAuthorisation();
  held.release();

  await alertOf(document).waitFor();
  await document.panel.region.getByText('This goes on by itself once you have reconnected.').waitFor();
  await document.panel.region.getByText('3 selected', { exact: true }).waitFor();
  await picture(document.page, 'insertion-held-up');
  expect(await badgeOf(stage.own)).toBe('!');
  expect(await scrollTop(document)).toBe(before);

  await reconnect(document);
  await document.panel.region.getByText('3 bookings inserted into Method.').waitFor();
  await picture(document.page, 'carried-out');
  const rows = document.editor.locator('tbody tr[data-calira-booking]');
  expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-calira-booking')))).toEqual(
    ids,
  );
  await allRead(document);
  expect(await scrollTop(document)).toBe(before);
  expect(await badgeOf(stage.own)).toBe('');
});

test('a search and a selection wait for their person, however the first attempt to reconnect ends', async () => {
  const document = await stage.connectedPanel();
  const search = document.panel.region.getByRole('searchbox', { name: 'Search bookings' });
  const found = document.panel.region.locator('.list-count');
  const all = await found.innerText();
  await search.fill('confocal');
  await expect.poll(() => found.innerText()).not.toBe(all);
  await allRead(document);
  const narrowed = await found.innerText();
  const ids = await pick(document, 2);
  endAuthorisation();
  await document.panel.button('Refresh').click();
  await alertOf(document).waitFor();
  await picture(document.page, 'with-selection');

  const window = await caliraWindow(stage.context, () => document.panel.button('Reconnect').click());
  await window.getByRole('button', { name: 'Deny' }).click();
  await document.panel.region.getByText('You did not authorise RSpace in Calira.').waitFor();
  await alertOf(document).waitFor();
  await picture(document.page, 'denied');

  await reconnect(document);
  await document.panel.button('Refresh').waitFor();
  await allRead(document);
  await document.panel.region.getByText('2 selected', { exact: true }).waitFor();
  for (const id of ids) expect(await document.panel.booking(id).isChecked()).toBe(true);
  expect(await search.inputValue()).toBe('confocal');
  await expect.poll(() => found.innerText()).toBe(narrowed);
  expect(await document.panel.region.getByRole('alert').count()).toBe(0);
});

test('reaches every panel in every tab and window, the popup and the badge, also across a stopped worker', async () => {
  const { context, own, sandbox } = stage;
  const first = await stage.connectedPanel();
  const second = await stage.openPanel();
  await allRead(second);
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    own.evaluate(() => chrome.windows.create({ url: 'about:blank' })),
  ]);
  await page.goto(`${sandbox.rspaceUrl}workspace/editor/structuredDocument/123`);
  const panel = panelOn(page);
  await panel.open();
  const elsewhere = { ...second, page, panel };
  await allRead(elsewhere);
  const popup = await stage.popup();
  await popup.getByRole('status').getByText('Connected', { exact: true }).waitFor();

  // A page that comes to the front asks for the details of what is in view, and would find it out before the click.
  await first.page.bringToFront();
  await allRead(first);
  await stage.stopWorker();
  endAuthorisation();
  await first.panel.button('Refresh').click();
  for (const document of [first, second, elsewhere]) await alertOf(document).waitFor();
  await popup.getByRole('status').getByText('Expired', { exact: true }).waitFor();
  await popup.getByText(expired).waitFor();
  await picture(popup, 'popup');
  expect(await badgeOf(own)).toBe('!');

  await stage.stopWorker();
  const window = await caliraWindow(context, () => popup.getByRole('button', { name: 'Reconnect' }).click());
  await authorise(window, []);
  for (const document of [first, second, elsewhere]) {
    await document.panel.button('Refresh').waitFor();
    await allRead(document);
  }
  await popup.getByRole('status').getByText('Connected', { exact: true }).waitFor();
  expect(await badgeOf(own)).toBe('');
});

test('a panel that is opened later finds it out, and what has been loaded stays in view', async () => {
  const document = await stage.connectedPanel();
  endAuthorisation();
  await document.panel.button('Refresh').click();
  await alertOf(document).waitFor();
  expect(await listOf(document).getByRole('row').count()).toBeGreaterThan(3);
  await picture(document.page, 'list-stays');

  await stage.stopWorker();
  const later = await openDocument(stage.context, stage.sandbox.rspaceUrl);
  const panel = panelOn(later.page);
  await panel.open();
  await alertOf({ ...later, panel }).waitFor();
  await picture(later.page, 'opened-later');
});

test('another authorisation may be another account’s: what came through the old one goes, and is not inserted', async () => {
  const { control } = stage.sandbox;
  const document = await stage.connectedPanel({ labs: [1208], field: 'Method' });
  const held = control.hold(details);
  await listOf(document).hover();
  await document.page.mouse.wheel(0, -2400);
  await document.page.mouse.wheel(0, 900);
  await held.reached;
  const [first] = await pick(document, 1);
  await document.panel.button('Insert').click();
  await document.panel.region.getByText('Preparing 0 of 1').waitFor();
  endAuthorisation();
  held.release();
  await alertOf(document).waitFor();

  const window = await caliraWindow(stage.context, () => document.panel.button('Reconnect').click());
  await window.getByRole('checkbox', { name: 'Cytometry' }).uncheck();
  await authorise(window, ['Imaging Core']);
  await document.panel.button('Refresh').waitFor();
  await allRead(document);
  await document.panel.region.getByText('0 selected', { exact: true }).waitFor();
  expect(await document.panel.region.getByText('Cytometry').count()).toBe(0);
  expect(await document.panel.booking(first ?? '').count()).toBe(0);
  expect(await document.editor.locator('table[data-tablesource=clustermarket]').count()).toBe(0);
  const { labs } = await stage.own.evaluate(() => chrome.storage.local.get('labs'));
  expect(labs).toMatchObject({ granted: [{ name: 'Imaging Core' }] });
  expect(await connectionOf(stage.own)).toMatchObject({ state: 'connected' });
});

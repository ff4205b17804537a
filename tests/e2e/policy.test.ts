/** An institution's policy in a file, as Chromium reads it: what it sets, that nobody can change it, and that it is live. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { authorise, caliraWindow, signIn } from './support/calira-window.ts';
import { startChromium } from './support/chromium.ts';
import { openDocument } from './support/document-page.ts';
import type { OwnIdentity } from './support/own-identity.ts';
import { withOwnIdentity } from './support/own-identity.ts';
import { panelOn } from './support/panel.ts';
import type { PolicyFile } from './support/policy-file.ts';
import { policyFile } from './support/policy-file.ts';
import { stepPictures } from './support/screenshots.ts';
import { expectUsable } from './support/usable.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const takePicture = stepPictures('policy');
/** Takes a picture of a state of one of the extension's own pages, and looks whether everybody can use it. */
async function picture(page: Page, what: string): Promise<void> {
  await takePicture(page, what);
  await expectUsable(page, [320]);
}
const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
/** Chromium looks at its policies in its own time, most of all while it starts. */
const patience = { timeout: 60_000 };

const opened = new AsyncDisposableStack();
let sandbox: Sandbox;
let identity: OwnIdentity;
let policy: PolicyFile;
let context: BrowserContext;
/** A page of the extension's own that runs none of its code. */
let own: Page;
/** Where Chromium shows its policies, and can be told to read them. */
let policies: Page;

beforeAll(async () => {
  identity = opened.use(await withOwnIdentity());
  policy = opened.use(await policyFile(identity.id));
  const redirectUris = [`https://${identity.id}.chromiumapp.org/`];
  sandbox = await startSandbox({ redirectUris });
  opened.defer(() => sandbox.close());
  await policy.set({ welcomePage: false });
  ({ context } = opened.use(await startChromium({ extension: identity.folder, welcome: 'none' })));
  own = await open('icon/16.png');
  policies = await context.newPage();
  await policies.goto('chrome://policy');
});
afterAll(() => opened.disposeAsync());

beforeEach(async () => {
  for (const page of context.pages())
    if (page !== own && page !== policies && !isWelcome(page)) await page.close();
  await own.evaluate(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
});

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${identity.id}/${path}`);
  return page;
}

async function openPopup(): Promise<Page> {
  const popup = await open('popup.html');
  await popup.setViewportSize({ width: 360, height: 600 });
  return popup;
}

/** Authorises a lab from the popup. Calira asks the person of a new browser to sign in. */
async function connect(popup: Page): Promise<void> {
  const window = await caliraWindow(context, () =>
    popup.getByRole('button', { name: 'Connect to Calira' }).click(),
  );
  if (await window.getByLabel('Email').isVisible()) await signIn(window);
  await authorise(window, ['Imaging Core']);
  await popup.getByRole('status').getByText('Connected', { exact: true }).waitFor();
}

/** Sets the policy and waits until this Chromium knows it: at once, since it is told to look. */
async function govern(wanted: Record<string, unknown>): Promise<void> {
  await policy.set(wanted);
  await policies.locator('#reload-policies').click();
  await expect.poll(() => own.evaluate(() => chrome.storage.managed.get(null)), patience).toEqual(wanted);
}

const client = () => ({
  clientId: sandbox.clients.public.id,
  caliraWebUrl: sandbox.caliraWebUrl,
  caliraApiUrl: sandbox.caliraApiUrl,
});

test('the welcome page stays away from an extension that was installed under such a policy', async () => {
  const options = await open('options.html');
  await options.getByRole('heading', { name: 'Options' }).waitFor();
  expect(context.pages().filter(isWelcome)).toEqual([]);
});

describe('Calira', () => {
  test('is where the policy says: shown as set by the institution, not to be changed, and used; afterwards, where the person had entered', async () => {
    await own.evaluate(() =>
      chrome.storage.local.set({
        calira: { clientId: 'mine', webUrl: 'https://mine.example/', apiUrl: 'https://mine.example/v1/' },
      }),
    );
    const supportUrl = 'https://help.example.org/calira';
    await govern({
      ...client(),
      clientSecret: 'never shown',
      rspaceUrls: [sandbox.rspaceUrl],
      columns: ['start', 'equipment'],
      supportUrl,
    });
    const options = await open('options.html');
    await options.getByText('Your institution has set some of these options.').waitFor();
    for (const [name, value] of [
      ['Client ID', sandbox.clients.public.id],
      ['Client secret', ''],
      ['Calira web address', sandbox.caliraWebUrl],
      ['Calira API address', sandbox.caliraApiUrl],
    ] as const) {
      const field = options.getByRole('textbox', { name, description: /Your institution has set this\./ });
      expect(await field.inputValue()).toBe(value);
      expect(await field.isEditable()).toBe(false);
    }
    await options.getByText('Named by your institution').waitFor();
    await options.getByRole('link', { name: supportUrl }).waitFor();
    await picture(options, 'options-managed');

    // Live: the page is still open.
    await govern({});
    const field = options.getByRole('textbox', { name: 'Client ID' });
    await expect.poll(() => field.inputValue(), patience).toBe('mine');
    await field.fill('mine as well');
    await options.getByText('Saved', { exact: true }).waitFor();
    await govern(client());
    await expect.poll(() => field.inputValue(), patience).toBe(sandbox.clients.public.id);
    expect(await field.isEditable()).toBe(false);
    expect(await options.getByRole('textbox', { name: 'Client secret' }).isEditable()).toBe(true);
    await connect(await open('popup.html'));
    await govern({});
    await expect.poll(() => field.inputValue(), patience).toBe('mine as well');
  });

  test('on a host that the browser has not granted is asked for in the popup, too: nobody has to find the options', async () => {
    await govern({ ...client(), caliraWebUrl: 'https://calira.example/' });
    const popup = await openPopup();
    const allow = popup.getByRole('button', { name: 'Allow access to calira.example' });
    await allow.waitFor();
    await picture(popup, 'calira-out-of-reach');
    await govern(client());
    await allow.waitFor({ state: 'detached' });
  });
});

test('a value that cannot be used is named, and the person may go on; the others are in force until the policy is gone', async () => {
  await govern({ clientId: 'from-policy', caliraWebUrl: 'http://calira.example/', stayConnected: false });
  const options = await open('options.html');
  await options.getByRole('alert').getByText('caliraWebUrl').waitFor();
  expect(await options.getByRole('textbox', { name: 'Calira web address' }).isEditable()).toBe(true);
  expect(await options.getByRole('textbox', { name: 'Client ID' }).isEditable()).toBe(false);
  const box = options.getByRole('checkbox', { name: 'Stay connected on this computer' });
  expect(await box.isChecked()).toBe(false);
  await box.press('Space');
  expect(await box.isChecked()).toBe(false);
  await govern({});
  await expect.poll(() => box.isChecked(), patience).toBe(true);
});

test('the institution’s RSpace is offered with one click; switched off, nothing is left: no panel, no script, no connection, nothing to press', async () => {
  const { control } = sandbox;
  const supportUrl = 'https://help.example.org/calira';
  await govern({ ...client(), rspaceUrls: [sandbox.rspaceUrl], supportUrl });
  const document = await openDocument(context, sandbox.rspaceUrl);
  const popup = await openPopup();
  expect(await popup.getByRole('link', { name: 'Help' }).getAttribute('href')).toBe(supportUrl);
  await picture(popup, 'popup-offers');
  await popup.getByRole('button', { name: 'Enable on 127.0.0.1' }).click();
  await connect(popup);
  const panel = panelOn(document.page);
  await panel.open();
  await panel.loaded();

  control.clearRequests();
  const another = 'mailto:help@example.org';
  await govern({ ...client(), enabled: false, supportUrl: another });
  await expect.poll(() => document.page.locator('calira-bookings').count(), patience).toBe(0);
  await popup.getByText('Your institution has switched this extension off.').waitFor();
  expect(await popup.getByRole('button').count()).toBe(0);
  expect(await popup.getByRole('link', { name: 'Help' }).getAttribute('href')).toBe(another);
  await picture(popup, 'popup-switched-off');
  expect(await own.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  await expect.poll(() => control.countRequests({ path: '/oauth/revoke' })).toBe(1);
  await document.page.reload();
  expect(await document.page.locator('calira-bookings').count()).toBe(0);

  await govern(client());
  await panel.open();
  await panel.button('Connect to Calira').waitFor();
});

test('under an open panel, the policy’s columns come before a person’s own, and a computer becomes a shared one', async () => {
  const usual = { ...client(), rspaceUrls: [sandbox.rspaceUrl] };
  await govern(usual);
  const options = await open('options.html');
  const lab = options.getByRole('checkbox', { name: 'Lab', exact: true });
  await lab.check();
  const { page } = await openDocument(context, sandbox.rspaceUrl);
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Enable on 127.0.0.1' }).click();
  await options.getByRole('button', { name: 'Remove 127.0.0.1' }).waitFor();
  await connect(popup);
  const panel = panelOn(page);
  await panel.open();
  await panel.loaded();
  await panel.booking(sandbox.control.specimen('todayLate').id).check();
  await panel.button('Columns').click();
  const dialog = panel.region.getByRole('dialog', { name: 'Columns' });
  const shown = () => dialog.getByRole('columnheader').allTextContents();
  await expect.poll(shown).toContain('Lab');
  expect(await placesOfTheRefreshToken()).toEqual({ lasting: true, passing: false });

  await govern({ ...usual, columns: ['start', 'equipment'], stayConnected: false });
  await expect.poll(shown, patience).toEqual(['Start', 'Equipment']);
  await dialog.getByText('Your institution has set this.').waitFor();
  await takePicture(page, 'columns-managed');
  await expect.poll(() => lab.isDisabled(), patience).toBe(true);
  expect(await lab.isChecked()).toBe(false);
  await options.getByRole('heading', { name: 'Columns' }).scrollIntoViewIfNeeded();
  await takePicture(options, 'columns-managed-options');
  await expect.poll(placesOfTheRefreshToken, patience).toEqual({ lasting: false, passing: true });
  expect(await popup.getByRole('status').getByText('Connected', { exact: true }).count()).toBe(1);

  await govern(usual);
  await expect.poll(shown, patience).toContain('Lab');
  expect(await lab.isEnabled()).toBe(true);
});

/** Whether the refresh token is where it outlives the browser, and where it does not. */
function placesOfTheRefreshToken(): Promise<{ lasting: boolean; passing: boolean }> {
  return own.evaluate(async () => {
    const opening = indexedDB.open('keyval-store');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const reading = opening.result.transaction('keyval').objectStore('keyval').get('refreshToken');
    await new Promise((resolve) => {
      reading.onsuccess = resolve;
    });
    opening.result.close();
    const { refreshToken } = await chrome.storage.session.get('refreshToken');
    return { lasting: reading.result !== undefined, passing: refreshToken !== undefined };
  });
}

/** The ways to the panel besides its button, what the popup and the options know of a server, and what RSpace has itself. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { openDocument } from './support/document-page.ts';
import { panelOn } from './support/panel.ts';
import { openPopup, popupLooks } from './support/popup-page.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const look = popupLooks('ways-popup');
const picture = stepPictures('ways');

let stage: AuthorisationStage;
/** The address of a document that is open. */
let address: string;
beforeAll(async () => {
  stage = await sharedStage();
  address = `${stage.sandbox.rspaceUrl}workspace/editor/structuredDocument/123`;
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.reset();
  stage.sandbox.control.rspace.setIntegration({ available: false, enabled: false });
});

const edgeButton = (page: Page) => page.getByRole('button', { name: 'Insert Calira booking' });
const edgeBox = (page: Page) =>
  page.getByRole('checkbox', { name: 'Show the button at the edge of the page' });

/** What is in our shadow root: its styles, and everything else. */
const drawn = (page: Page) =>
  page.locator('calira-bookings').evaluate(({ shadowRoot }) => {
    const all = [...(shadowRoot?.querySelectorAll('*') ?? [])].map(({ localName }) => localName);
    return { styles: all.filter((name) => name === 'style').length, others: all.length };
  });

describe('the button at the edge', () => {
  test('is all that there is, with a style of its own, until the panel is opened', async () => {
    const { page } = await openDocument(stage.context, stage.sandbox.rspaceUrl);
    await edgeButton(page).waitFor();
    const button = ['style', 'div', 'button', 'svg', 'rect', 'path'];
    expect(await drawn(page)).toEqual({ styles: 1, others: button.length });
    await panelOn(page).open();
    expect((await drawn(page)).styles).toBe(2);
    await page.close();
  });

  test('shows nothing to who merely comes near, and asks nobody for anything', async () => {
    const { page } = await openDocument(stage.context, stage.sandbox.rspaceUrl);
    stage.sandbox.control.clearRequests();
    const panelStyle = async () => (await drawn(page)).styles === 2;
    await edgeButton(page).hover();
    await expect.poll(panelStyle).toBe(true);
    // The rehearsal comes and goes within a task or two.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    const button = ['style', 'style', 'div', 'button', 'svg', 'rect', 'path', 'div'];
    expect(await drawn(page)).toEqual({ styles: 2, others: button.length });
    expect(await panelOn(page).region.count()).toBe(0);
    expect(stage.sandbox.control.requests({ server: 'calira' })).toEqual([]);
    await panelOn(page).open();
    await page.close();
  });

  test('is hidden on a site at once and after a reload, while the popup still opens the panel', async () => {
    const { page } = await openDocument(stage.context, stage.sandbox.rspaceUrl);
    await edgeButton(page).waitFor();
    const popup = await openPopup(stage, address);
    await edgeBox(popup.page).uncheck();
    await edgeButton(page).waitFor({ state: 'detached' });
    await look(popup, 'button-hidden');
    await page.reload();
    await page.locator('calira-bookings').waitFor({ state: 'attached' });
    expect(await edgeButton(page).count()).toBe(0);

    await popup.button('Open the panel').click();
    const { region } = panelOn(page);
    await region.waitFor();
    await picture(page, 'without-button');
    await panelOn(page).button('Close').click();
    await region.waitFor({ state: 'detached' });
    await edgeBox(popup.page).check();
    await edgeButton(page).waitFor();
  });

  test('a page without a panel says so', async () => {
    const { page } = await openDocument(stage.context, stage.sandbox.rspaceUrl);
    const popup = await openPopup(stage, address);
    await page.goto('about:blank');
    await popup.button('Open the panel').click();
    await popup.page.getByText('There is no panel on this page. Load the page again.').waitFor();
  });
});

test('the keyboard shortcut opens the panel, takes the focus there, and after Escape one types on where one was', async () => {
  const manifest = await stage.own.evaluate(() => chrome.commands.getAll());
  expect(manifest).toContainEqual(expect.objectContaining({ name: 'open-panel', shortcut: 'Alt+Shift+K' }));
  const document = await openDocument(stage.context, stage.sandbox.rspaceUrl);
  await document.edit('Method');
  await document.page.bringToFront();
  // Pressed keys reach a browser without a screen only as a page's: what the browser does with them is told here.
  const press = async () => {
    const [worker] = stage.context.serviceWorkers();
    await worker?.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const event = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void };
      event.dispatch('open-panel', tab);
    });
  };
  await press();
  const { region } = panelOn(document.page);
  await region.waitFor();
  await expect.poll(() => region.evaluate((own) => own.matches(':focus, :focus-within'))).toBe(true);
  await document.page.keyboard.press('Escape');
  await region.waitFor({ state: 'detached' });
  const focused = () => document.page.evaluate(() => globalThis.document.activeElement?.tagName);
  await expect.poll(focused).toBe('IFRAME');
  await document.page.keyboard.type('typed on');
  await document.editor.getByText('typed on').waitFor();
});

describe('the popup asks the server of the page', () => {
  /** The extension is enabled nowhere, and may reach this computer. */
  const nowhere = () => stage.own.evaluate(() => chrome.storage.local.set({ rspaceSites: [] }));

  test('an RSpace, with its version, can be enabled', async () => {
    await nowhere();
    const { page } = await openDocument(stage.context, stage.sandbox.rspaceUrl);
    const popup = await openPopup(stage, address);
    await popup.page.getByText('Not enabled · RSpace 2.26.0').waitFor();
    await popup.button('Enable on 127.0.0.1').waitFor();
    await look(popup, 'asked');
    await popup.button('Enable on 127.0.0.1').click();
    await edgeButton(page).waitFor();
  });

  test('another server cannot, whatever its address looks like', async () => {
    await nowhere();
    const page = await stage.context.newPage();
    const url = `${stage.sandbox.caliraWebUrl}workspace`;
    await page.goto(url);
    const popup = await openPopup(stage, url);
    await popup.page.getByText('Not an RSpace').waitFor();
    expect(await popup.button('Enable on 127.0.0.1').count()).toBe(0);
    await look(popup, 'not-rspace');
  });
});

describe('the options', () => {
  const openOptions = async () => {
    const page = await stage.context.newPage();
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    return page;
  };
  const server = (page: Page) => page.getByRole('listitem').filter({ hasText: '127.0.0.1' });
  const add = async (page: Page, url: string) => {
    await page.getByRole('textbox', { name: 'RSpace address' }).fill(url);
    await page.getByRole('button', { name: 'Add' }).click();
  };

  test('show the version of a server that was added, also later, and that it is gone when it is', async () => {
    const options = await openOptions();
    await options.getByRole('button', { name: 'Remove 127.0.0.1' }).click();
    await server(options).waitFor({ state: 'detached' });
    await add(options, stage.sandbox.rspaceUrl);
    await server(options).getByText('RSpace 2.26.0').waitFor();
    await options.reload();
    await server(options).getByText('RSpace 2.26.0').waitFor();
    await server(options).scrollIntoViewIfNeeded();
    await picture(options, 'server');
    const refused = await stage.sandbox.control.refuseConnections('rspace');
    try {
      await options.reload();
      await server(options).getByText('This server cannot be reached.').waitFor();
    } finally {
      await refused.restore();
    }
    await options.getByRole('button', { name: 'Check again 127.0.0.1' }).click();
    await server(options).getByText('RSpace 2.26.0').waitFor();
  });

  test('say that a server is none', async () => {
    const options = await openOptions();
    await options.getByRole('button', { name: 'Remove 127.0.0.1' }).click();
    await add(options, stage.sandbox.caliraWebUrl);
    await server(options)
      .getByText('This server does not answer as an RSpace. Is the address right?')
      .waitFor();
    await picture(options, 'no-rspace');
  });

  test('list a server of RSpace’s own cloud that was disabled, and enable it again', async () => {
    await stage.own.evaluate(() =>
      chrome.storage.local.set({ excludedSites: ['https://demo.researchspace.com/*'] }),
    );
    const excluded = () =>
      stage.own.evaluate(async () => {
        const scripts = await chrome.scripting.getRegisteredContentScripts();
        return scripts.every(({ excludeMatches = [] }) =>
          excludeMatches.some((match) => match.startsWith('https://demo.researchspace.com/')),
        );
      });
    await expect.poll(excluded).toBe(true);
    const options = await openOptions();
    await options.getByRole('button', { name: 'Enable on demo.researchspace.com' }).click();
    await options.getByText('demo.researchspace.com is added.').waitFor();
    await expect.poll(excluded).toBe(false);
  });
});

describe('RSpace’s own Calira integration', () => {
  const note = 'RSpace’s own Calira integration is switched on too.';

  test('is told once, by reading only, and not again after it was read', async () => {
    const { control } = stage.sandbox;
    control.rspace.setIntegration({ available: true, enabled: true });
    const before = control.rspace.journal();
    const { panel, page } = await stage.connectedPanel();
    await panel.region.getByText(note).waitFor();
    await picture(page, 'own-integration');
    await panel.button('Dismiss').click();
    await panel.region.getByText(note).waitFor({ state: 'detached' });
    expect(control.rspace.journal()).toEqual(before);
    control.clearRequests();
    const later = await stage.openPanel();
    await later.panel.loaded();
    expect(await later.panel.region.getByText(note).count()).toBe(0);
    expect(control.countRequests({ path: '/integration/integrationInfo' })).toBe(0);
  });

  test('is not told of where it is off', async () => {
    stage.sandbox.control.rspace.setIntegration({ available: true, enabled: false });
    const { panel } = await stage.connectedPanel();
    await expect
      .poll(() => stage.sandbox.control.countRequests({ path: '/integration/integrationInfo' }))
      .toBe(1);
    expect(await panel.region.getByText(note).count()).toBe(0);
  });
});

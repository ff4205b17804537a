/** The popup: what is missing, which labs are authorised, and the person's say about each of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { titleOf } from './support/authorisation-stage.ts';
import { caliraWindow, signIn } from './support/calira-window.ts';
import {
  authoriseFrom,
  connectedPopup,
  eightLabs,
  openPopup,
  popupLooks,
  reopened,
  storedChoice,
} from './support/popup-page.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const accounts = { path: '/v1/accounts' };
const elsewhere = 'https://rspace.example.ac.uk/workspace/editor/structuredDocument/123';
const look = popupLooks('popup');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.freshStart();
  stage.sandbox.control.reset();
});

describe('what is missing', () => {
  test('leads from the client to the site, and is gone once all is there', async () => {
    await stage.own.evaluate(async () => {
      const { calira } = await chrome.storage.local.get<{ calira: object }>('calira');
      await chrome.storage.local.set({ calira: { ...calira, clientId: '' }, kept: calira });
    });
    const popup = await openPopup(stage, elsewhere);
    const steps = popup.page.getByRole('region', { name: 'Set-up' }).getByRole('listitem');
    await popup.button('Open options').waitFor();
    expect(await steps.allInnerTexts()).toEqual([
      expect.stringMatching(/^To do:\s+Calira client known/),
      expect.stringMatching(/^To do:\s+Connected to Calira/),
      expect.stringMatching(/^To do:\s+Labs authorised/),
      expect.stringMatching(/^To do:\s+This RSpace enabled\s+Enable on rspace.example.ac.uk/),
    ]);
    await look(popup, 'not-configured');

    await stage.own.evaluate(async () => {
      const { kept } = await chrome.storage.local.get<{ kept: object }>('kept');
      await chrome.storage.local.set({ calira: kept });
    });
    await popup.button('Connect to Calira').waitFor();
    await look(popup, 'disconnected');
    await authoriseFrom(stage, popup, 'Connect to Calira', ['Imaging Core']);
    await expect.poll(() => popup.group.count()).toBe(1);
    expect(await steps.filter({ hasText: 'Done:' }).count()).toBe(3);
    await look(popup, 'site-not-enabled');
    await popup.page.close();

    const here = await openPopup(stage, stage.sandbox.rspaceUrl);
    await here.group.waitFor();
    expect(await here.page.getByRole('region', { name: 'Set-up' }).count()).toBe(0);
    await look(here, 'one-lab');
  });

  test('on a document ends with an open text field, to which the panel leads', async () => {
    await connectedPopup(stage, ['Imaging Core']);
    const { page: document, panel, edit } = await stage.openPanel();
    await panel.button('Close').click();
    const popup = await openPopup(stage, document.url());
    const setUp = popup.page.getByRole('region', { name: 'Set-up' });
    await expect
      .poll(() => setUp.getByRole('listitem').last().innerText())
      .toMatch(/^To do:\s+A text field open for editing\s+Open the panel$/);
    await look(popup, 'no-field-open');
    await popup.button('Open the panel').click();
    await panel.region.waitFor();
    await panel.button('Close').click();
    await edit('Method');
    await popup.page.reload();
    await popup.button('Open the panel').waitFor();
    expect(await setUp.count()).toBe(0);
  });

  test('answers the three questions', async () => {
    const popup = await connectedPopup(stage, ['Imaging Core', 'Cytometry'], stage.sandbox.rspaceUrl);
    await popup.lab('Cytometry').uncheck();
    await popup.button('Authorise').click();
    await popup.page.getByText(/^Saved/).waitFor();
    await popup.button('Something missing?').click();
    await popup.button('The panel is not there').click();
    await popup.page.getByText('The extension is enabled on 127.0.0.1.').waitFor();
    await popup.button('“Invalid Calira user or client token”').click();
    await popup.page.getByText('You are connected and Calira accepts it.').waitFor();
    await popup.button('Bookings from a lab are missing').click();
    const states = popup.page.locator('.missing').getByRole('listitem');
    expect(await states.allInnerTexts()).toEqual([
      expect.stringMatching(/^Cytometry\s+Not authorised here$/),
      expect.stringMatching(/^Imaging Core\s+Authorised$/),
    ]);
    await look(popup, 'questions');
  });
});

test('an authorisation that has expired is renewed by one click, and the labs stay as they were', async () => {
  const { control } = stage.sandbox;
  const popup = await connectedPopup(stage, ['Imaging Core', 'Cytometry']);
  await popup.lab('Cytometry').uncheck();
  await popup.button('Authorise').click();
  await popup.page.getByText(/^Saved/).waitFor();
  control.expireAccessTokens();
  control.revokeRefreshTokens();
  const again = await reopened(stage, popup);
  await again.page.getByRole('alert').getByText('Invalid Calira user or client token').waitFor();
  expect(await again.ticked()).toEqual(['Imaging Core']);
  await expect.poll(() => titleOf(stage.own)).toBe('Calira bookings for RSpace · Expired');
  await look(again, 'expired');

  const window = await caliraWindow(stage.context, () => again.button('Reconnect').click());
  await signIn(window);
  await again.page.getByText('Continue in the Calira window.').waitFor();
  await look(again, 'connecting');
  await window.getByRole('button', { name: 'Deny' }).click();
  await again.page.getByText('You did not authorise RSpace in Calira.').waitFor();
  await look(again, 'denied');
  await authoriseFrom(stage, again, 'Reconnect', []);
  expect(await again.ticked()).toEqual(['Imaging Core']);
});

test('authorising more labs that ends in nothing is told once, and changes nothing', async () => {
  const popup = await connectedPopup(stage, ['Imaging Core']);
  await expect.poll(() => titleOf(stage.own)).toBe('Calira bookings for RSpace · Connected');
  const window = await caliraWindow(stage.context, () => popup.button('Authorise more labs').click());
  await signIn(window);
  await window.getByRole('button', { name: 'Deny' }).click();
  await popup.page.getByRole('alert').getByText('You did not authorise RSpace in Calira.').waitFor();
  await look(popup, 'more-labs-denied');
  const again = await reopened(stage, popup);
  await again.lab('Imaging Core').waitFor();
  expect(await again.page.getByRole('alert').count()).toBe(0);
  expect(await again.ticked()).toEqual(['Imaging Core']);
});

test('can be disconnected while Calira’s window for more labs is open', async () => {
  const popup = await connectedPopup(stage, ['Imaging Core']);
  const window = await caliraWindow(stage.context, () => popup.button('Authorise more labs').click());
  await signIn(window);
  await popup.page.getByText('Continue in the Calira window.').waitFor();
  await look(popup, 'more-labs');
  await popup.button('Disconnect').click();
  await popup.page.getByRole('status').getByText('Disconnected', { exact: true }).waitFor();
  await window.getByRole('button', { name: 'Authorise' }).waitFor();
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: 'Authorise' }).click();
  await closed;
  // What the window brings is revoked: nobody is connected by an answer that came after all.
  await expect.poll(() => stage.sandbox.control.countRequests({ path: '/oauth/revoke' })).toBe(2);
  expect(await popup.page.getByRole('status').getByText('Disconnected', { exact: true }).count()).toBe(1);
  await expect.poll(() => titleOf(stage.own)).toBe('Calira bookings for RSpace · Disconnected');
});

test('is drawn as things stand, never as disconnected first', async () => {
  const popup = await connectedPopup(stage, ['Imaging Core']);
  const held = stage.sandbox.control.hold(accounts);
  await popup.page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const word = document.querySelector('header [role=status]')?.textContent;
      if (word && seen.at(-1) !== word) seen.push(word);
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  await popup.page.reload();
  await held.reached;
  expect(await popup.ticked()).toEqual(['Imaging Core']);
  held.release();
  expect(await popup.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    'Connected',
  ]);
});

test('by keyboard alone: connects, chooses, authorises, disconnects', async () => {
  const popup = await openPopup(stage, stage.sandbox.rspaceUrl);
  const { page } = popup;
  /** Goes on by Tab until the focus is where it is wanted. */
  const tabTo = async (name: string) => {
    const isThere = (wanted: string) => {
      const { activeElement: at } = document;
      const named = document.getElementById(at?.getAttribute('aria-labelledby') ?? '') ?? at;
      return (at?.getAttribute('aria-label') ?? named?.textContent?.trim()) === wanted;
    };
    for (let presses = 0; !(await page.evaluate(isThere, name)); presses += 1) {
      expect(presses, `Tab reaches ${name}`).toBeLessThan(30);
      await page.keyboard.press('Tab');
    }
  };
  await popup.button('Connect to Calira').waitFor();
  await tabTo('Connect to Calira');
  const [window] = await Promise.all([stage.context.waitForEvent('page'), page.keyboard.press('Enter')]);
  await window.getByLabel('Email').fill('ada.byron@example.org');
  await window.getByLabel('Password').fill('correct horse');
  await window.keyboard.press('Enter');
  for (const name of ['Imaging Core', 'Cytometry']) await window.getByRole('checkbox', { name }).check();
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: 'Authorise' }).focus();
  // The window is gone before the key is let go.
  await window.keyboard.down('Enter');
  await closed;

  await popup.lab('Cytometry').waitFor();
  await tabTo('Cytometry');
  await page.keyboard.press('Space');
  await tabTo('Authorise');
  await page.keyboard.press('Enter');
  await page.getByText('Saved: 1 of 2 labs are authorised.').waitFor();
  await look(popup, 'keyboard');
  await tabTo('Disconnect');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Disconnected', { exact: true }).waitFor();
  await popup.button('Connect to Calira').waitFor();
  expect(await popup.group.count()).toBe(0);
  expect(await storedChoice(stage.own)).toMatchObject({ granted: [], decisions: {} });
});

test('at 200 % nothing has to be scrolled sideways for', async () => {
  const popup = await connectedPopup(stage, eightLabs, elsewhere);
  const { page } = popup;
  // What the browser's zoom does to a window of 400 × 600: half as many CSS pixels, each twice as large.
  await page.setViewportSize({ width: 200, height: 300 });
  await look(popup, 'zoomed');
  await popup.button('Something missing?').click();
  for (const question of ['The panel is not there', 'Bookings from a lab are missing'])
    await popup.button(question).click();
  await look(popup, 'zoomed-questions');
});

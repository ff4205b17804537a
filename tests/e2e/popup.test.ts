/** The popup: what is missing, which labs are authorised, and the person's say about each of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { openAuthorisationStage } from './support/authorisation-stage.ts';
import { caliraWindow } from './support/calira-window.ts';
import type { PopupOnPage } from './support/popup-page.ts';
import {
  authoriseFrom,
  expectAccessible,
  expectNarrow,
  openPopup,
  popupOn,
  storedChoice,
} from './support/popup-page.ts';
import { stepPictures } from './support/screenshots.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const eightLabs = [
  'Imaging Core',
  'Cytometry',
  'Genomics Core',
  'Müller & Søn „Protein“ Lab',
  'Zebrafish <Facility> 🐟',
  'Byron Lab',
  'Nanofabrication Unit',
  'Rivera Lab',
];
const cytometry = 1208;
const accounts = { path: '/v1/accounts' };
const elsewhere = 'https://rspace.example.ac.uk/workspace/editor/structuredDocument/123';
const takePicture = stepPictures('popup');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await openAuthorisationStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.reset();
  stage.sandbox.control.reset();
});

/** Looks at a state, and has axe look at it. */
async function look({ page }: PopupOnPage, what: string): Promise<void> {
  await takePicture(page, what);
  await expectAccessible(page);
}

async function connected(labs?: readonly string[], site?: string): Promise<PopupOnPage> {
  const popup = await openPopup(stage, site);
  await authoriseFrom(stage, popup, 'Connect to Calira', labs);
  return popup;
}

/** A popup that is opened afresh, and has asked Calira which labs it grants now. */
async function reopened({ page }: PopupOnPage): Promise<PopupOnPage> {
  const { control } = stage.sandbox;
  control.clearRequests();
  await page.reload();
  await expect.poll(() => control.countRequests(accounts)).toBeGreaterThan(0);
  return popupOn(page);
}

const outcome = ({ group }: PopupOnPage) => group.locator('#labs-outcome');

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

  test('answers the three questions', async () => {
    const popup = await connected(['Imaging Core', 'Cytometry'], stage.sandbox.rspaceUrl);
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

describe('the labs', () => {
  test('are a tree with counts; one that is unticked stays so, also after authorising more labs', async () => {
    const popup = await connected(eightLabs, stage.sandbox.rspaceUrl);
    await popup.group.getByText('8 of 8', { exact: true }).waitFor();
    const branches = popup.group.locator('.lab-branch-name');
    expect(await branches.allInnerTexts()).toEqual([
      'Northgate University 5 of 5',
      'Department of Bioscience Services 2 of 2',
      'Institute for Molecular Medicine 2 of 2',
    ]);
    expect(await popup.ticked()).toEqual([
      'Cytometry',
      'Imaging Core',
      'Genomics Core',
      'Müller & Søn „Protein“ Lab',
      'Zebrafish <Facility> 🐟',
      'Byron Lab',
      'Nanofabrication Unit',
      'Rivera Lab',
    ]);
    await look(popup, 'eight-labs');

    expect(await popup.button('Authorise').getAttribute('aria-disabled')).toBe('true');
    await popup.lab('Cytometry').uncheck();
    await expect.poll(() => outcome(popup).textContent()).toBe('Not saved yet: 7 of 8 labs ticked.');
    await popup.group.getByText('8 of 8', { exact: true }).waitFor();
    await look(popup, 'edited');
    await popup.button('Authorise').click();
    await popup.page.getByRole('status').getByText('Saved: 7 of 8 labs are authorised.').waitFor();
    await popup.group.getByText('7 of 8', { exact: true }).waitFor();
    await look(popup, 'saved');
    expect((await storedChoice(stage.own)).decisions).toMatchObject({ [cytometry]: false, 1207: true });

    await authoriseFrom(stage, popup, 'Authorise more labs', ['Coastal Sensing Lab']);
    await popup.lab('Coastal Sensing Lab').waitFor();
    expect(await popup.lab('Coastal Sensing Lab').isChecked()).toBe(true);
    expect(await popup.lab('Cytometry').isChecked()).toBe(false);
    await popup.group.getByText('8 of 9', { exact: true }).waitFor();
  });

  test('are New and unticked when Calira grants them meanwhile, and nothing that was ticked is lost', async () => {
    const { control } = stage.sandbox;
    const popup = await connected(['Imaging Core', 'Cytometry', 'Genomics Core'], stage.sandbox.rspaceUrl);
    await popup.lab('Imaging Core').uncheck();
    const { id } = control.addLab({ name: 'Proteomics Core', parent: 'medicine', granted: true });
    control.withdrawLab(cytometry);
    await stage.own.evaluate(() => chrome.runtime.sendMessage({ command: 'readLabs', parameters: {} }));

    await popup.lab('Proteomics Core').waitFor();
    expect(await popup.ticked()).toEqual(['Genomics Core']);
    await popup.group
      .getByRole('checkbox', { description: 'New' })
      .and(popup.lab('Proteomics Core'))
      .waitFor();
    await popup.page.getByRole('status').getByText('Calira no longer grants Cytometry.').waitFor();
    expect(await popup.page.getByRole('alert').count()).toBe(0);
    await look(popup, 'new-and-lost');

    await popup.lab('Proteomics Core').check();
    await popup.button('Authorise').click();
    await popup.page.getByText('Saved: 2 of 3 labs are authorised.').waitFor();
    await expect.poll(() => popup.group.getByText('New', { exact: true }).count()).toBe(0);
    expect(await popup.page.getByText('Calira no longer grants').count()).toBe(0);
    expect((await storedChoice(stage.own)).decisions).toEqual({ 1207: false, 1215: true, [id]: true });
  });

  test('none at all: says so, and how to have some', async () => {
    const before = await connected(['Cytometry'], stage.sandbox.rspaceUrl);
    stage.sandbox.control.withdrawLab(cytometry);
    const popup = await reopened(before);
    await popup.group.getByText('No lab is authorised.').waitFor();
    await popup.group.getByRole('button', { name: 'Authorise more labs' }).waitFor();
    await look(popup, 'no-lab');
  });

  test('300 of them: found by what is typed, ticked by the branch', async () => {
    stage.sandbox.control.seedData({ bookings: 50, labs: 300, equipment: 300 });
    const popup = await connected(undefined, stage.sandbox.rspaceUrl);
    await popup.group.getByText('300 of 300', { exact: true }).waitFor();
    const height = await popup.page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThanOrEqual(600);
    await takePicture(popup.page, '300-labs');

    const search = popup.group.getByRole('searchbox', { name: 'Search labs' });
    await popup.button('None of the labs').click();
    await expect.poll(() => outcome(popup).textContent()).toBe('Not saved yet: 0 of 300 labs ticked.');
    await search.fill('  MULLER soN');
    expect(await popup.group.getByRole('checkbox').count()).toBe(1);
    await popup.lab('Müller & Søn „Protein“ Lab').check();
    await search.fill('molecular');
    const found = await popup.group.getByRole('checkbox').count();
    expect(found).toBeGreaterThan(10);
    expect(found).toBeLessThan(300);
    await takePicture(popup.page, '300-labs-found');
    await popup.button('All labs shown of Northgate University, Institute for Molecular Medicine').click();
    await search.fill('no such lab');
    await popup.group.getByText('No lab matches.').waitFor();
    await search.fill('');
    expect(await popup.group.getByRole('checkbox').count()).toBe(300);
    await popup.button('Authorise').click();
    await popup.page.getByText(`Saved: ${found} of 300 labs are authorised.`).waitFor();
    await look(popup, '300-labs-saved');
    const { decisions } = await storedChoice(stage.own);
    expect(Object.values(decisions).filter((decision) => decision)).toHaveLength(found);
  });

  test('could not be read: says why, and reads them again', async () => {
    const { control } = stage.sandbox;
    const lacking =
      'Bearer realm="Doorkeeper", error="invalid_scope", error_description="Access to this resource requires scope \\"read_accounts\\"."';
    const fault = control.addFault({
      match: accounts,
      times: 'always',
      kind: { type: 'status', status: 403, headers: { 'WWW-Authenticate': lacking } },
    });
    const popup = await connected(['Imaging Core']);
    await popup.group.getByText('the scope read_accounts').waitFor();
    await look(popup, 'scope-missing');
    fault.remove();

    control.subscription('none');
    await popup.button('Try again').click();
    await popup.group.getByText('does not include API access (Enterprise)').waitFor();
    await look(popup, 'no-enterprise');
    control.subscription('enterprise');
    await popup.button('Try again').click();
    await popup.lab('Imaging Core').waitFor();
    expect(await popup.lab('Imaging Core').isChecked()).toBe(true);
  });

  test('stay in view while Calira cannot be reached', async () => {
    const popup = await connected(['Imaging Core']);
    const fault = stage.sandbox.control.addFault({
      match: accounts,
      times: 'always',
      kind: { type: 'status', status: 500 },
    });
    const again = await reopened(popup);
    await again.group.getByText('Calira is having trouble.').waitFor();
    expect(await again.ticked()).toEqual(['Imaging Core']);
    await look(again, 'out-of-date');
    fault.remove();
    await again.button('Try again').click();
    await expect.poll(() => again.group.getByText('Calira is having trouble.').count()).toBe(0);
  });
});

test('an authorisation that has expired is renewed by one click, and the labs stay as they were', async () => {
  const { control } = stage.sandbox;
  const popup = await connected(['Imaging Core', 'Cytometry']);
  await popup.lab('Cytometry').uncheck();
  await popup.button('Authorise').click();
  await popup.page.getByText(/^Saved/).waitFor();
  control.expireAccessTokens();
  control.revokeRefreshTokens();
  const again = await reopened(popup);
  await again.page.getByRole('alert').getByText('Invalid Calira user or client token').waitFor();
  expect(await again.ticked()).toEqual(['Imaging Core']);
  await look(again, 'expired');

  const window = await caliraWindow(stage.context, () => again.button('Reconnect').click());
  await again.page.getByText('Continue in the Calira window.').waitFor();
  await look(again, 'connecting');
  await window.getByRole('button', { name: 'Deny' }).click();
  await again.page.getByText('You did not authorise RSpace in Calira.').waitFor();
  await look(again, 'denied');
  await authoriseFrom(stage, again, 'Reconnect', []);
  expect(await again.ticked()).toEqual(['Imaging Core']);
});

test('is drawn as things stand, never as disconnected first', async () => {
  const popup = await connected(['Imaging Core']);
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
  await window.getByRole('button', { name: 'Authorise' }).press('Enter');
  await closed;

  await popup.lab('Cytometry').waitFor();
  await tabTo('Cytometry');
  await page.keyboard.press('Space');
  await tabTo('Authorise');
  await page.keyboard.press('Enter');
  await page.getByText('Saved: 1 of 2 labs are authorised.').waitFor();
  await takePicture(page, 'keyboard');
  await tabTo('Disconnect');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Disconnected').waitFor();
  await popup.button('Connect to Calira').waitFor();
  expect(await popup.group.count()).toBe(0);
  expect(await storedChoice(stage.own)).toMatchObject({ granted: [], decisions: {} });
});

test('at 200 % nothing has to be scrolled sideways for', async () => {
  const popup = await connected(eightLabs, elsewhere);
  const { page } = popup;
  // What the browser's zoom does to a window of 400 × 600: half as many CSS pixels, each twice as large.
  await page.setViewportSize({ width: 200, height: 300 });
  await expectAccessible(page);
  await popup.button('Something missing?').click();
  for (const question of ['The panel is not there', 'Bookings from a lab are missing'])
    await popup.button(question).click();
  await expectNarrow(page);
  await takePicture(page, 'zoomed');
});

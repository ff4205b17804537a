import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { browser } from 'wxt/browser';
import type { LabChoice } from '../../../utils/calira/lab-choice.ts';
import { facilities } from '../../sandbox/calira/data/seed-accounts.ts';
import type { AuthorisationStage } from './authorisation-stage.ts';
import { caliraWindow, signIn } from './calira-window.ts';
import { extensionId } from './chromium.ts';
import { stepPictures } from './screenshots.ts';
import { expectUsable } from './usable.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

/** The popup, by its accessible names. */
export interface PopupOnPage {
  page: Page;
  group: Locator;
  lab(name: string): Locator;
  button(name: string): Locator;
  /** The names of the labs whose boxes are ticked, in the order of the tree. */
  ticked(): Promise<string[]>;
}

function popupOn(page: Page): PopupOnPage {
  const group = page.getByRole('group', { name: 'Authorised labs' });
  return {
    page,
    group,
    lab: (name) => group.getByRole('checkbox', { name, exact: true }),
    button: (name) => page.getByRole('button', { name, exact: true }),
    ticked: () =>
      group
        .getByRole('checkbox')
        .evaluateAll((boxes) =>
          boxes
            .filter((box) => box instanceof HTMLInputElement && box.checked)
            .map(
              (box) => document.getElementById(box.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
            ),
        ),
  };
}

/** Opens the popup as a tab of the popup's size. @param site the address of the page that it is opened on. */
export async function openPopup({ context }: AuthorisationStage, site?: string): Promise<PopupOnPage> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 600 });
  const query = site ? `?url=${encodeURIComponent(site)}` : '';
  await page.goto(`chrome-extension://${extensionId}/popup.html${query}`);
  return popupOn(page);
}

/** Presses a button of the popup and ticks labs (all of them where none are named) in Calira's window. */
export async function authoriseFrom(
  { context }: AuthorisationStage,
  popup: PopupOnPage,
  button: string,
  labs?: readonly string[],
): Promise<void> {
  const window = await caliraWindow(context, () => popup.button(button).click());
  if (await window.getByLabel('Email').isVisible()) await signIn(window);
  await window.getByRole('button', { name: 'Authorise' }).waitFor();
  await window.locator('input[name=lab]').evaluateAll((boxes, names) => {
    for (const box of boxes as HTMLInputElement[])
      if (!names || names.includes(box.parentElement?.textContent ?? '')) box.checked = true;
  }, labs);
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: 'Authorise' }).click();
  await closed;
  await popup.page.getByRole('status').getByText('Connected', { exact: true }).waitFor();
}

/** As many labs as a test has in the sandbox at most. */
const mostLabs = 40;

/** The id of one of the sandbox's labs. */
function labId(name: string): number {
  const lab = facilities(mostLabs).find((facility) => facility.name === name);
  if (!lab) throw new Error(`There is no lab ${name}.`);
  return lab.id;
}

/** The popup of an extension that has been connected to these labs. */
export async function connectedPopup(
  stage: AuthorisationStage,
  labs: readonly string[],
  site?: string,
): Promise<PopupOnPage> {
  await stage.authorise(labs.map(labId));
  const popup = await openPopup(stage, site);
  await popup.page.getByRole('status').getByText('Connected', { exact: true }).waitFor();
  return popup;
}

/** A popup that is opened afresh, and asks Calira which labs it grants now. */
export async function reopened(
  { sandbox: { control } }: AuthorisationStage,
  { page }: PopupOnPage,
): Promise<PopupOnPage> {
  control.clearRequests();
  await page.reload();
  await expect.poll(() => control.countRequests({ path: '/v1/accounts' })).toBeGreaterThan(0);
  return popupOn(page);
}

/**
 * @returns a function that takes a picture of a state, and looks whether everybody can use it; without going through by
 *   keyboard where there are hundreds of boxes.
 */
export function popupLooks(name: string) {
  const takePicture = stepPictures(name);
  return async ({ page }: PopupOnPage, what: string, byKeyboard = true): Promise<void> => {
    await takePicture(page, what);
    await expectUsable(page, [320], byKeyboard);
  };
}

/** The choice of labs as it is stored. */
export function storedChoice(own: Page): Promise<LabChoice> {
  return own.evaluate(async () => (await chrome.storage.local.get('labs')).labs as LabChoice);
}

/** Labs of the sandbox: in two departments, in the organisation itself, and by themselves. */
export const eightLabs = [
  'Imaging Core',
  'Cytometry',
  'Genomics Core',
  'Müller & Søn „Protein“ Lab',
  'Zebrafish <Facility> 🐟',
  'Byron Lab',
  'Nanofabrication Unit',
  'Rivera Lab',
];

/** The labs in the popup: the person's say about each of them, however many there are. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { facilities } from '../sandbox/calira/data/seed-accounts.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import type { PopupOnPage } from './support/popup-page.ts';
import {
  authoriseFrom,
  connectedPopup,
  eightLabs,
  popupLooks,
  reopened,
  storedChoice,
} from './support/popup-page.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const cytometry = 1208;
const accounts = { path: '/v1/accounts' };
const look = popupLooks('popup-labs');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.freshStart();
  stage.sandbox.control.reset();
});

const outcome = ({ group }: PopupOnPage) => group.locator('#labs-outcome');

test('are a tree with counts; one that is unticked stays so, also after authorising more labs', async () => {
  const popup = await connectedPopup(stage, eightLabs, stage.sandbox.rspaceUrl);
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
  const popup = await connectedPopup(
    stage,
    ['Imaging Core', 'Cytometry', 'Genomics Core'],
    stage.sandbox.rspaceUrl,
  );
  await popup.lab('Imaging Core').uncheck();
  const { id } = control.addLab({ name: 'Proteomics Core', parent: 'medicine', granted: true });
  control.withdrawLab(cytometry);
  await stage.own.evaluate(() => chrome.runtime.sendMessage({ command: 'readLabs', parameters: {} }));

  await popup.lab('Proteomics Core').waitFor();
  expect(await popup.ticked()).toEqual(['Genomics Core']);
  await popup.group.getByRole('checkbox', { description: 'New' }).and(popup.lab('Proteomics Core')).waitFor();
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
  const before = await connectedPopup(stage, ['Cytometry'], stage.sandbox.rspaceUrl);
  stage.sandbox.control.withdrawLab(cytometry);
  const popup = await reopened(stage, before);
  await popup.group.getByText('No lab is authorised.').waitFor();
  await popup.group.getByRole('button', { name: 'Authorise more labs' }).waitFor();
  await look(popup, 'no-lab');
});

test('many of them: found by what is typed, ticked by the branch', async () => {
  stage.sandbox.control.seedData({ bookings: 50, labs: 40, equipment: 40 });
  const popup = await connectedPopup(
    stage,
    facilities(40).map(({ name }) => name),
    stage.sandbox.rspaceUrl,
  );
  await popup.group.getByText('40 of 40', { exact: true }).waitFor();
  const height = await popup.page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThanOrEqual(600);
  await look(popup, 'many-labs', false);

  const search = popup.group.getByRole('searchbox', { name: 'Search labs' });
  await popup.button('None of the labs').click();
  await expect.poll(() => outcome(popup).textContent()).toBe('Not saved yet: 0 of 40 labs ticked.');
  await search.fill('  MULLER soN');
  expect(await popup.group.getByRole('checkbox').count()).toBe(1);
  await popup.lab('Müller & Søn „Protein“ Lab').check();
  await search.fill('molecular');
  const found = await popup.group.getByRole('checkbox').count();
  expect(found).toBeGreaterThan(1);
  expect(found).toBeLessThan(40);
  await popup.button('All labs shown of Northgate University, Institute for Molecular Medicine').click();
  await search.fill('no such lab');
  await popup.group.getByText('No lab matches.').waitFor();
  await search.fill('');
  expect(await popup.group.getByRole('checkbox').count()).toBe(40);
  await popup.button('Authorise').click();
  await popup.page.getByText(`Saved: ${found} of 40 labs are authorised.`).waitFor();
  await look(popup, 'many-labs-saved', false);
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
  const popup = await connectedPopup(stage, ['Imaging Core']);
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
  const popup = await connectedPopup(stage, ['Imaging Core']);
  const fault = stage.sandbox.control.addFault({
    match: accounts,
    times: 'always',
    kind: { type: 'status', status: 500 },
  });
  const again = await reopened(stage, popup);
  await again.group.getByText('Calira is having trouble.').waitFor();
  expect(await again.ticked()).toEqual(['Imaging Core']);
  await look(again, 'out-of-date');
  fault.remove();
  await again.button('Try again').click();
  await expect.poll(() => again.group.getByText('Calira is having trouble.').count()).toBe(0);
});

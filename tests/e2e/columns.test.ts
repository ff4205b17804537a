/** Columns and forms of what is inserted: chosen in the panel, shown before, remembered. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import type { PanelOnPage } from './support/panel.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

let stage: AuthorisationStage;
let document: OpenPanel;
let panel: PanelOnPage;
let page: Page;
const picture = stepPictures('columns');

beforeAll(async () => {
  stage = await sharedStage();
  document = await stage.freshPanel({ field: 'Method' });
  ({ page, panel } = document);
});
afterAll(() => stage[Symbol.asyncDispose]());

const dialog = () => panel.region.getByRole('dialog', { name: 'Columns' });
const box = (column: string) => dialog().getByRole('checkbox', { name: column, exact: true });
const previewed = () => dialog().getByRole('columnheader').allTextContents();
const select = () => panel.booking(stage.sandbox.control.specimen('todayLate').id).check();

async function insertAs(form: string): Promise<void> {
  await panel.button('Insert as').click();
  await panel.region.getByRole('menuitemradio', { name: form }).click();
  await panel.region.getByText('1 booking inserted into Method.').waitFor();
}

const usual = ['Booking ID', 'Equipment', 'Booked by', 'Start', 'Duration', 'Status', 'Notes'];

test('the preview shows what will be inserted, and follows every change', async () => {
  await select();
  await panel.button('Columns').click();
  await expect.poll(previewed).toEqual(usual);
  await picture(page, 'usual');
  await box('Lab').check();
  await expect.poll(previewed).toEqual([...usual, 'Lab']);
  await dialog().getByText('8 columns: above 7, RSpace’s PDF export becomes hard to read.').waitFor();
  await box('Booked by').uncheck();
  await dialog().getByRole('button', { name: 'Move Status up' }).click();
  const chosen = ['Booking ID', 'Equipment', 'Start', 'Status', 'Duration', 'Notes', 'Lab'];
  await expect.poll(previewed).toEqual(chosen);
  await picture(page, 'chosen');
  const shown = await dialog().getByRole('cell').allTextContents();
  await dialog().getByRole('button', { name: 'Done' }).click();
  await panel.button('Insert').click();
  await panel.region.getByText('1 booking inserted into Method.').waitFor();
  const table = document.editor.locator('table[data-calira-columns]').last();
  expect(await table.locator('th').allTextContents()).toEqual(chosen);
  const inserted = await table.locator('td').allTextContents();
  expect(inserted.map((text) => text.trim())).toEqual(shown);
});

test('columns are moved by keyboard, with the focus staying where it is', async () => {
  await panel.button('Columns').focus();
  await page.keyboard.press('Enter');
  await box('Status').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(previewed)
    .toEqual(['Booking ID', 'Status', 'Equipment', 'Start', 'Duration', 'Notes', 'Lab']);
  await expect.poll(() => box('Status').evaluate((input) => input.matches(':focus'))).toBe(true);
  await page.keyboard.press('Space');
  await expect.poll(previewed).not.toContain('Status');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await panel.region.waitFor();
  await expect.poll(() => panel.button('Columns').evaluate((button) => button.matches(':focus'))).toBe(true);
});

test('the choice outlives the page, and can be taken back', async () => {
  await page.reload();
  await document.edit('Method');
  await panel.open();
  await panel.loaded();
  await panel.button('Columns').click();
  await expect.poll(previewed).toEqual(['Booking ID', 'Equipment', 'Start', 'Duration', 'Notes', 'Lab']);
  await dialog().getByRole('button', { name: 'Reset' }).click();
  await expect.poll(previewed).toEqual(usual);
  await dialog().getByRole('button', { name: 'Done' }).click();
});

test('the last column cannot be taken away', async () => {
  await panel.button('Columns').click();
  for (const column of usual.slice(1)) await box(column).uncheck();
  expect(await box('Booking ID').isDisabled()).toBe(true);
  await dialog().getByRole('button', { name: 'Reset' }).click();
  await dialog().getByRole('button', { name: 'Close Columns' }).click();
});

test('bookings are inserted as a list, as links in the running text, and as a table again', async () => {
  await document.editor.locator('p').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Recorded with ');
  await select();
  await insertAs('Links');
  const links = document.editor.locator('p:has(span[data-calira-insertion])');
  expect(await links.innerText()).toMatch(/Recorded with \S.*, \d+ \w+ \d{4}, \d\d:\d\d \S+\s$/);
  await picture(page, 'links');

  await select();
  await insertAs('List');
  const item = document.editor.locator('div[data-calira-insertion] li');
  expect(await item.innerText()).toMatch(/^Booking \d+ · .* · \d+ \w+ \d{4}, \d\d:\d\d \S+ · /);
  await picture(page, 'list');

  await select();
  await panel.button('Insert as').click();
  await picture(page, 'menu');
  await page.keyboard.press('Escape');
  await panel.region.waitFor();
  expect(await panel.region.getByRole('menu').count()).toBe(0);
  await insertAs('Table');
});

test('what is copied has the form that was chosen', async () => {
  await panel.button('Insert as').click();
  await panel.region
    .getByRole('menuitemradio', { name: 'Table', checked: true })
    .and(panel.region.locator(':focus'))
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await select();
  await panel.button('Copy').click();
  await panel.region.getByText('1 booking copied as a list.').waitFor();
  await panel.region.locator('input:checked[aria-label^="Select booking"]').uncheck();
});

test('in the view of equipment its own table is inserted, with the last maintenance', async () => {
  await panel.region.getByRole('radio', { name: 'Booked equipment' }).click();
  await panel.button('Insert as').click();
  await panel.region.getByRole('menuitemradio', { name: 'Table' }).click();
  await panel.region
    .getByRole('row')
    .filter({ hasText: 'Electron microscope Tecnai T12' })
    .getByRole('checkbox')
    .check();
  await panel.button('Columns').click();
  await expect.poll(previewed).toContain('Last maintenance booking');
  await picture(page, 'equipment');
  await dialog().getByRole('button', { name: 'Done' }).click();
  await panel.button('Insert').click();
  await panel.region.getByText('1 piece of equipment inserted into Method.').waitFor();
  const table = document.editor.locator('table[data-calira-columns^="id name"]');
  expect(await table.locator('th').allTextContents()).toEqual([
    'Equipment ID',
    'Name',
    'Manufacturer',
    'Model',
    'Room',
    'Contact',
    'Last completed booking',
    'Last maintenance booking',
  ]);
  expect(await table.locator('td').nth(6).innerText()).toMatch(/^\d+ \w+ \d{4}, \d\d:\d\d /);
});

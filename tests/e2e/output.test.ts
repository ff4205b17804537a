/** What goes into a document: no more of it than RSpace can save, with the columns that were chosen in the options. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const picture = stepPictures('output');
/** A document of the sandbox with fields of 1.6 and of 1.895 MB. */
const large = '127';

let stage: AuthorisationStage;

beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function insertOne({ panel }: OpenPanel): Promise<void> {
  await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
  await panel.button('Insert').click();
}
const length = ({ editor }: OpenPanel) =>
  editor.locator('body').evaluate((body) => body.textContent?.length ?? 0);

test('a field that is nearly full takes an insertion, and says how full it is', async () => {
  const open = await stage.freshPanel({ field: 'Log', document: large });
  await insertOne(open);
  await open.panel.region.getByText('1 booking inserted into Log.').waitFor();
  await open.panel.region
    .getByText('This field is nearly full: 1.6 of the 1.9 MB that RSpace can save.', { exact: false })
    .waitFor();
  await picture(open.page, 'nearly-full');
});

test('a field that could not be saved any more is not inserted into', async () => {
  const open = await stage.freshPanel({ field: 'Full export', document: large });
  const before = await length(open);
  await open.panel.region.getByRole('checkbox', { name: 'Select all' }).check();
  await open.panel.button('Insert').click();
  await open.panel.region.getByText(/^This field is full\. RSpace could not save it/).waitFor();
  expect(await length(open)).toBe(before);
  expect(await open.panel.status.innerText()).not.toBe('0 selected');
  await picture(open.page, 'full');
});

test('form and columns that are chosen in the options are those of every document, also of one that is open', async () => {
  const open = await stage.freshPanel({ field: 'Method' });
  await open.panel.button('Columns').click();
  const dialog = open.panel.region.getByRole('dialog', { name: 'Columns' });
  const shown = () => dialog.getByRole('columnheader').allTextContents();
  const usual = ['Booking ID', 'Equipment', 'Booked by', 'Start', 'Duration', 'Status', 'Notes'];
  await expect.poll(shown).toEqual(usual);
  const options = await stage.context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  const group = options.getByRole('group', { name: 'Columns' });
  await group.getByRole('checkbox', { name: 'Duration', exact: true }).uncheck();
  await group.getByRole('button', { name: 'Move Status up' }).click();
  await options.getByRole('button', { name: 'Reset' }).scrollIntoViewIfNeeded();
  await picture(options, 'options');
  const wanted = ['Booking ID', 'Equipment', 'Booked by', 'Start', 'Status', 'Notes'];
  await expect.poll(shown).toEqual(wanted);
  // Here, nothing undoes the other way: what is chosen in the document is what the options show.
  await dialog.getByRole('button', { name: 'Reset' }).click();
  await expect
    .poll(() => group.getByRole('checkbox', { name: 'Duration', exact: true }).isChecked())
    .toBe(true);
  await group.getByRole('checkbox', { name: 'Duration', exact: true }).uncheck();
  await expect.poll(shown).toEqual(wanted);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const form = options.getByRole('combobox', { name: 'Insert as' });
  // As a person does: what the page's own script chooses is not heard.
  await form.press('ArrowDown');
  await open.panel.button('Insert as').click();
  const asList = open.panel.region.getByRole('menuitemradio', { name: /^List/ });
  await expect.poll(() => asList.getAttribute('aria-checked')).toBe('true');
  await open.panel.region.getByRole('menuitemradio', { name: /^Table/ }).click();
  await expect.poll(() => form.inputValue()).toBe('table');
  await options.close();
  await insertOne(open);
  await open.panel.region.getByText('1 booking inserted into Method.').waitFor();
  expect(await open.editor.locator('table[data-calira-columns] th').allInnerTexts()).toEqual(wanted);
});

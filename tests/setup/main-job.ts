import type { Locator, Page } from 'playwright-core';
import { ADA } from '../sandbox/calira/data/people.ts';
import type { Stage } from './stage.ts';
import type { StepLog } from './step-log.ts';

/** The text field that the bookings go into, and the labs that are authorised. */
export const fieldName = 'Method';
export const labs = ['Imaging Core', 'Cytometry'];
const bookings = 3;

/** The innermost row that begins with a field's name: RSpace lays fields out as tables within a table. */
function fieldRow(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) }).last();
}

/** Opens the text field with RSpace's pencil and puts the caret at its end. */
async function editField(page: Page, name: string): Promise<void> {
  await fieldRow(page, name).getByRole('button', { name: 'Edit' }).click();
  const text = page.frameLocator('.tox-edit-area iframe').locator('body');
  await text.click();
  await text.press('Control+End');
}

async function signIn(calira: Page): Promise<void> {
  await calira.getByRole('textbox', { name: 'Email' }).fill(ADA.email);
  await calira.getByRole('textbox', { name: 'Password' }).fill('any password');
  await calira.getByRole('button', { name: 'Sign in' }).click();
  await calira.getByRole('button', { name: 'Authorise' }).waitFor();
}

async function tickLabs(calira: Page): Promise<void> {
  for (const lab of labs) await calira.getByRole('checkbox', { name: lab }).check();
}

/** Selects the first bookings that a person sees: the list also has rows that are scrolled out of view. */
async function selectBookings(panel: Locator): Promise<void> {
  const names = await panel.getByRole('grid').evaluate((grid) => {
    const { top, bottom } = grid.getBoundingClientRect();
    const inView = [...grid.querySelectorAll('[role=row] input[type=checkbox]')].filter((box) => {
      const place = box.getBoundingClientRect();
      return place.top >= top && place.bottom <= bottom;
    });
    return inView.map((box) => box.getAttribute('aria-label') ?? '');
  });
  for (const name of names.slice(0, bookings)) await panel.getByRole('checkbox', { name, exact: true }).check();
  await panel.getByText(`${bookings} selected`).waitFor();
}

/**
 * Does a researcher's main job, through accessible names alone: connects, chooses bookings, inserts them, saves.
 * @returns what is stored for the field after the page was loaded again, as HTML.
 */
export async function doMainJob({ context, sandbox, document, options }: Stage, log: StepLog): Promise<string> {
  const { step } = log;
  await step('Configure the extension', options, async () => {});
  const page = await context.newPage();
  const panel = page.getByRole('region', { name: 'Calira bookings' });
  const panelButton = page.getByRole('button', { name: 'Insert Calira booking' });

  await step('Open an RSpace document', page, async () => {
    await page.goto(document.url);
    await panelButton.waitFor();
  });
  await step(`Edit the field ${fieldName}`, page, () => editField(page, fieldName));
  await step('Open the panel', page, async () => {
    await panelButton.click();
    await panel.getByRole('button', { name: 'Connect to Calira' }).waitFor();
  });
  const windowOpened = context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Connect to Calira' }).click();
  const calira = await windowOpened;
  await step('See Calira’s sign-in', calira, () => calira.getByRole('button', { name: 'Sign in' }).waitFor());
  await step('Sign in', calira, () => signIn(calira));
  await step('Choose labs', calira, () => tickLabs(calira));
  await step('See the bookings', page, async () => {
    await calira.getByRole('button', { name: 'Authorise' }).click();
    await panel.getByRole('grid', { name: 'Bookings' }).waitFor();
    await panel.getByRole('progressbar', { name: 'Loading bookings' }).waitFor({ state: 'hidden' });
  });
  await step('Select bookings', page, () => selectBookings(panel));
  await step('Insert them', page, async () => {
    await panel.getByRole('button', { name: 'Insert', exact: true }).click();
    await panel.getByText(`${bookings} bookings inserted`).waitFor();
  });
  await step('Save the document', page, async () => {
    await panel.getByRole('button', { name: 'Close' }).click();
    const toolbar = page.getByRole('toolbar', { name: 'Document' });
    await toolbar.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Document saved').waitFor();
  });
  await step('Load the page again', page, async () => {
    await page.reload();
    await page.getByRole('caption').filter({ hasText: 'Calira bookings' }).scrollIntoViewIfNeeded();
  });
  const { fields } = sandbox.control.document(document.id);
  return fields.find(({ name }) => name === fieldName)?.html ?? '';
}

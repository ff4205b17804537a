import { authorise, caliraWindow, signIn } from '../e2e/support/calira-window.ts';
import { openDocument } from '../e2e/support/document-page.ts';
import { someLabs } from '../e2e/support/main-job.ts';
import { panelOn } from '../e2e/support/panel.ts';
import { firstInView } from './first-in-view.ts';
import type { Stage } from './stage.ts';
import type { StepLog } from './step-log.ts';

/** The text field that the bookings go into. */
export const fieldName = 'Method';
const bookings = 3;

/**
 * Does a researcher's main job as a person does it: connects, chooses bookings, inserts them, saves.
 * @returns what RSpace has stored for the field after the page was loaded again, as HTML.
 */
export async function doMainJob({ context, sandbox, documentId }: Stage, { step }: StepLog): Promise<string> {
  const document = await openDocument(context, sandbox.rspaceUrl, documentId);
  const { page } = document;
  const panel = panelOn(page);

  await step('Open an RSpace document', page, () =>
    page.getByRole('button', { name: 'Insert Calira booking' }).waitFor(),
  );
  await step(`Edit the field ${fieldName}`, page, () => document.edit(fieldName));
  await step('Open the panel', page, async () => {
    await panel.open();
    await panel.button('Connect to Calira').waitFor();
  });
  const calira = await caliraWindow(context, () => panel.button('Connect to Calira').click());
  await step('See Calira’s sign-in', calira, () => calira.getByRole('button', { name: 'Sign in' }).waitFor());
  await step('Choose labs', calira, async () => {
    await signIn(calira);
    for (const name of someLabs) await calira.getByRole('checkbox', { name }).check();
  });
  await step('See the bookings', page, async () => {
    await authorise(calira, someLabs);
    await panel.loaded();
  });
  await step('Select bookings', page, async () => {
    const names = await firstInView(panel.region, bookings);
    for (const name of names) await panel.region.getByRole('checkbox', { name, exact: true }).check();
    await panel.region.getByText(`${bookings} selected`).waitFor();
  });
  await step('Insert them', page, async () => {
    await panel.button('Insert').click();
    await panel.region.getByText(`${bookings} bookings inserted`).waitFor();
  });
  await step('Save the document', page, async () => {
    await panel.button('Close').click();
    await document.save();
  });
  await step('Load the page again', page, async () => {
    await page.reload();
    const caption = page.getByRole('caption').filter({ hasText: 'Calira bookings' });
    await caption.evaluate(({ parentElement: table }) => table?.scrollIntoView({ block: 'center' }));
  });
  const { fields } = sandbox.control.document(documentId);
  return fields.find(({ name }) => name === fieldName)?.html ?? '';
}

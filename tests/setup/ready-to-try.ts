import { someLabs } from '../e2e/support/main-job.ts';
import { ADA } from '../sandbox/calira/data/people.ts';
import { fieldName } from './main-job.ts';
import type { Stage } from './stage.ts';

/** Opens the document for a person to try the extension, and waits until they close the browser. */
export async function readyToTry({ context, sandbox, documentId }: Stage): Promise<void> {
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  // The tab that Chromium started with.
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${sandbox.rspaceUrl}workspace/editor/structuredDocument/${documentId}`);
  console.log(`
Chromium is open on an RSpace document, and the extension is ready:

  1. Beside the field “${fieldName}”, click the pencil, and then where the table shall go.
  2. At the right edge of the page, open “Insert Calira booking” and click “Connect to Calira”.
  3. Sign in as ${ADA.email} with any password, tick labs such as ${someLabs.join(' and ')}, and click “Authorise”.
  4. Select some bookings and click “Insert”; then save with RSpace’s “Save”.

Close the browser, or press Ctrl+C, to end.`);
  await closed;
}

import { ADA } from '../sandbox/calira/data/people.ts';
import { fieldName, labs } from './main-job.ts';
import type { Stage } from './stage.ts';

/** Opens the document for a person to try the extension, and waits until they close the browser. */
export async function readyToTry({ context, document, options }: Stage): Promise<void> {
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const page = await context.newPage();
  await page.goto(document.url);
  await options.close();
  await page.bringToFront();
  console.log(`
Chromium is open on an RSpace document, and the extension is ready:

  1. Beside the field “${fieldName}”, click the pencil, and then where the table shall go.
  2. At the right edge of the page, open “Insert Calira booking” and click “Connect to Calira”.
  3. Sign in as ${ADA.email} with any password, tick labs such as ${labs.join(' and ')}, and click “Authorise”.
  4. Select some bookings and click “Insert”; then save with RSpace’s “Save”.

Close the browser, or press Ctrl+C, to end.`);
  await closed;
}

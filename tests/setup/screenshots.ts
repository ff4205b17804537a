/** `npm run screenshots`: takes the pictures of the documentation afresh, into docs/images/. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { BrowserContext } from 'playwright-core';
import { extensionId } from '../e2e/support/chromium.ts';
import { root } from './command.ts';
import { doMainJob } from './main-job.ts';
import { openStage, prepareStage } from './stage.ts';
import { createStepLog } from './step-log.ts';

const images = join(root, 'docs/images');

/** The steps of the main job whose pictures are kept. */
const kept = {
  'Configure the extension': 'options.png',
  'Select bookings': 'panel.png',
  'Load the page again': 'document.png',
};

/** The popup as it opens on the page of an RSpace that the extension is not enabled on. */
async function takePopup(context: BrowserContext): Promise<void> {
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 360, height: 600 });
  const site = encodeURIComponent('https://rspace.example.ac.uk/workspace/editor/structuredDocument/123');
  await popup.goto(`chrome-extension://${extensionId}/popup.html?url=${site}`);
  await popup.getByRole('group', { name: 'Authorised labs' }).waitFor();
  await popup.locator('body').screenshot({ path: join(images, 'popup.png') });
}

if (prepareStage()) {
  await using stage = await openStage({ headless: true });
  const log = await createStepLog('main-job');
  await doMainJob(stage, log);
  await mkdir(images, { recursive: true });
  for (const [step, image] of Object.entries(kept)) {
    const picture = log.pictures.get(step);
    if (picture) await copyFile(picture, join(images, image));
  }
  await takePopup(stage.context);
} else {
  process.exitCode = 1;
}

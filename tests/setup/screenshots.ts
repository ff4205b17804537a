/** `npm run screenshots`: takes the pictures of the documentation and of the browsers' stores afresh, into docs/images/. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { BrowserContext } from 'playwright-core';
import { extensionId, startChromium } from '../e2e/support/chromium.ts';
import { root } from './command.ts';
import { doMainJob } from './main-job.ts';
import { openStage, prepareStage } from './stage.ts';
import { createStepLog } from './step-log.ts';
import { takeStorePictures } from './store-pictures.ts';

const images = join(root, 'docs/images');

/** The steps of the main job whose pictures are kept. */
const kept = { 'Select bookings': 'panel.png', 'Load the page again': 'document.png' };

/** Takes a picture of one of the extension's own pages, as wide as people see it, of its content only. */
async function takePage(context: BrowserContext, path: string, width: number, image: string): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 200 });
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.screenshot({ path: join(images, image), fullPage: true });
}

/** A page on which the extension is not enabled: the popup offers to enable it there. */
const elsewhere = encodeURIComponent('https://rspace.example.ac.uk/workspace/editor/structuredDocument/123');

if (prepareStage()) {
  await using stage = await openStage({ headless: true });
  const log = await createStepLog('main-job');
  await doMainJob(stage, log);
  await mkdir(images, { recursive: true });
  for (const [step, image] of Object.entries(kept)) {
    const picture = log.pictures.get(step);
    if (picture) await copyFile(picture, join(images, image));
  }
  await takePage(stage.context, `popup.html?url=${elsewhere}`, 360, 'popup.png');
  const welcome = `chrome-extension://${extensionId}/welcome.html`;
  await takeStorePictures(stage, join(images, 'store'), welcome);
  await using fresh = await startChromium();
  await takePage(fresh.context, 'options.html', 760, 'options.png');
} else {
  process.exitCode = 1;
}

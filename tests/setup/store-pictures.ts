import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openDocument } from '../e2e/support/document-page.ts';
import { panelOn } from '../e2e/support/panel.ts';
import { firstInView } from './first-in-view.ts';
import { fieldName } from './main-job.ts';
import { renderDrawing } from './render-drawing.ts';
import type { Stage } from './stage.ts';

/** What Chrome's and Edge's stores take, and Firefox's shows; and Chrome's smaller one. */
const large = { width: 1280, height: 800 };
const small = { width: 640, height: 400 };

/**
 * Takes the pictures for the browsers' stores, in their two sizes, after the main job has been done.
 * @param folder where they are put.
 * @param welcome the address of the welcome page.
 */
export async function takeStorePictures(stage: Stage, folder: string, welcome: string): Promise<void> {
  const { context, sandbox, documentId } = stage;
  await mkdir(folder, { recursive: true });
  const document = await openDocument(context, sandbox.rspaceUrl, documentId);
  const { page } = document;
  await page.setViewportSize(large);
  const caption = page.getByRole('caption').filter({ hasText: 'Calira bookings' });
  await caption.evaluate(({ parentElement: table }) => table?.scrollIntoView({ block: 'center' }));
  await keep(context, page, folder, '2-document');

  await document.edit(fieldName);
  const panel = panelOn(page);
  await panel.open();
  await panel.loaded();
  for (const name of await firstInView(panel.region, 3))
    await panel.region.getByRole('checkbox', { name, exact: true }).check();
  await keep(context, page, folder, '1-panel');

  await page.goto(welcome);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await keep(context, page, folder, '3-welcome');
  await takeDrawings(context, folder);
}

/** What the stores want besides: Edge a logo; Chrome an icon with room around it, and a tile without transparency. */
const drawings = {
  'logo-300x300.png': { width: 300, height: 300, drawn: 300 },
  'icon-128x128.png': { width: 128, height: 128, drawn: 96 },
  'tile-440x280.png': { width: 440, height: 280, drawn: 176, ground: '#006e99' },
};

async function takeDrawings(context: BrowserContext, folder: string): Promise<void> {
  const page = await context.newPage();
  for (const [file, picture] of Object.entries(drawings))
    await writeFile(join(folder, file), await renderDrawing(page, 'icon.svg', picture));
  await page.close();
}

/** Keeps what a page shows in both sizes; the smaller is the larger one at half its size. */
async function keep(context: BrowserContext, page: Page, folder: string, name: string): Promise<void> {
  const picture = await page.screenshot({ animations: 'disabled' });
  await writeFile(join(folder, `${name}-${large.width}x${large.height}.png`), picture);
  const frame = await context.newPage();
  await frame.setViewportSize(small);
  await frame.setContent(
    `<style>body{margin:0}img{display:block;width:100%}</style><img src="data:image/png;base64,${picture.toString('base64')}">`,
  );
  await frame.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await frame.screenshot({ path: join(folder, `${name}-${small.width}x${small.height}.png`) });
  await frame.close();
}

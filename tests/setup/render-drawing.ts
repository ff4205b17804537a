import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from './command.ts';

/** @returns one of the drawings in `assets/icons` as a picture of so many pixels in both directions; its corners are transparent. */
export async function renderDrawing(page: Page, drawing: string, side: number): Promise<Buffer> {
  const svg = await readFile(join(root, 'assets/icons', drawing), 'base64');
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${side}" height="${side}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  return page.screenshot({ omitBackground: true });
}

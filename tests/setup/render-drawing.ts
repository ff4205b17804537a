import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from './command.ts';

interface Picture {
  /** In pixels, as is `drawn`: how wide and high the drawing is, in the middle. */
  width: number;
  height: number;
  drawn: number;
  /** The colour around it; without one, what is around it is transparent. */
  ground?: string;
}

/** @returns one of the drawings in `assets/icons` as a picture. */
export async function renderDrawing(page: Page, drawing: string, picture: Picture): Promise<Buffer> {
  const { width, height, drawn, ground } = picture;
  const svg = await readFile(join(root, 'assets/icons', drawing), 'base64');
  await page.setViewportSize({ width, height });
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh${ground ? `;background:${ground}` : ''}}</style>
    <img width="${drawn}" height="${drawn}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  return page.screenshot({ omitBackground: !ground });
}

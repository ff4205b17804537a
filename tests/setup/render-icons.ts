/**
 * Renders the icon's drawings to the sizes that browsers ask for. The results are committed, so this is only for who
 * changes a drawing: `node tests/setup/run.mjs tests/setup/render-icons.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium-path.ts';
import { palettePng } from './palette-png.ts';

const drawings = new URL('../../assets/icons/', import.meta.url);
const icons = new URL('../../assets/public/icon/', import.meta.url);

/** At 16 px and its double only edges on whole pixels stay sharp. */
const drawingOf: Record<number, string> = {
  16: 'icon-small.svg',
  32: 'icon-small.svg',
  48: 'icon.svg',
  128: 'icon.svg',
};

const executablePath = chromiumPath();
if (!executablePath) throw new Error('No Chromium was found: set CHROMIUM_PATH.');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const [size, drawing] of Object.entries(drawingOf)) {
  const svg = await readFile(new URL(drawing, drawings), 'base64');
  const side = Number(size);
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${side}" height="${side}" src="data:image/svg+xml;base64,${svg}">`,
  );
  const pixels = await page.locator('img').evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const { width, height } = image;
    const drawing = new OffscreenCanvas(width, height).getContext('2d');
    drawing?.drawImage(image, 0, 0, width, height);
    return [...(drawing?.getImageData(0, 0, width, height).data ?? [])];
  });
  await writeFile(new URL(`${side}.png`, icons), palettePng(new Uint8ClampedArray(pixels), side));
}
await browser.close();

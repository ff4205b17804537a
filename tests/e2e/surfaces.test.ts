/** The popup, the options and the welcome page in each of their states: what axe finds, the keyboard, 320 px and 200 %. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { openAuthorisationStage } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { keepPicture } from './support/screenshots.ts';
import { expectUsable } from './support/usable.ts';
import { surfaceStates } from './surfaces.ts';

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await openAuthorisationStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.reset());

/** As the browser shows them first, and as narrow as WCAG asks for: a window of 1280 px at 400 %. */
const sizes = {
  popup: { width: 360, height: 600 },
  options: { width: 1024, height: 800 },
  welcome: { width: 1024, height: 800 },
};

test.each(surfaceStates)('$surface: $name', async ({ name, surface, shows, before, site, act }) => {
  await before?.(stage);
  const page = await stage.context.newPage();
  await page.setViewportSize(sizes[surface]);
  const query = site ? `?url=${encodeURIComponent(site)}` : '';
  await page.goto(`chrome-extension://${extensionId}/${surface}.html${query}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await act?.(page, stage);
  await page.getByText(shows).first().waitFor();
  await page.bringToFront();
  await keepPicture(page, `surfaces/${surface}-${name}`);
  await expectUsable(page, [320, 640]);
});

test('where the browser forces its colours, the focus is as visible', async () => {
  for (const surface of ['popup', 'options', 'welcome']) {
    const page = await stage.context.newPage();
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`chrome-extension://${extensionId}/${surface}.html`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    await keepPicture(page, `surfaces/${surface}-forced-colours`);
    await expectUsable(page, []);
  }
});

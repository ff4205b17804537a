/** The popup, the options and the welcome page in each of their states: what axe finds, the keyboard, 320 px and 200 %. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { keepPicture } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';
import { isAmong, StatesOnScreen, textsOnScreen } from './support/shown-text.ts';
import { expectUsable } from './support/usable.ts';
import { surfaceStates } from './surfaces.ts';

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.reset());

/** As the browser shows them first, and as narrow as WCAG asks for: a window of 1280 px at 400 %. */
const sizes = {
  popup: { width: 360, height: 600 },
  options: { width: 1024, height: 800 },
  welcome: { width: 1024, height: 800 },
};

const seen = { popup: new StatesOnScreen(), options: new StatesOnScreen(), welcome: new StatesOnScreen() };

test.each(surfaceStates)('$surface: $name', async ({ name, surface, shows, on, before, site, act }) => {
  await before?.(stage);
  const page = await stage.context.newPage();
  await page.setViewportSize(sizes[surface]);
  const query = site ? `?url=${encodeURIComponent(site)}` : '';
  await page.goto(`chrome-extension://${extensionId}/${surface}.html${query}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (act) {
    expect(isAmong(await textsOnScreen(page), shows), 'what shows the state is not there before').toBe(false);
    await act(page, stage);
  }
  await expect
    .poll(async () => isAmong(await textsOnScreen(page), shows), { message: `“${shows}” is on screen` })
    .toBe(true);
  await page.bringToFront();
  await keepPicture(page, `surfaces/${surface}-${name}`);
  await expectUsable(page, [320, 640]);
  const texts = await textsOnScreen(page);
  expect(isAmong(texts, shows), 'all of this was seen in this state').toBe(true);
  seen[surface].note(name, shows, texts, on);
});

test.each(['popup', 'options', 'welcome'] as const)(
  'no state of the %s shows what names another one',
  (surface) => {
    expect(seen[surface].count).toBe(surfaceStates.filter((state) => state.surface === surface).length);
    expect(seen[surface].confused()).toEqual([]);
  },
);

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

/** The popup, the options and the welcome page in each of their states: what axe finds, the keyboard, 320 px and 200 %. */
import type { Page } from 'playwright-core';
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
beforeEach(() => stage.freshStart(tab));

/** As the browser shows them first, and as narrow as WCAG asks for: a window of 1280 px at 400 %. */
const sizes = {
  popup: { width: 360, height: 600 },
  options: { width: 1024, height: 800 },
  welcome: { width: 1024, height: 800 },
};

const seen = { popup: new StatesOnScreen(), options: new StatesOnScreen(), welcome: new StatesOnScreen() };

/** The tab in which one page after the other is opened. */
let tab: Page | undefined;
/** The address of what is open there, as long as no state has left anything behind on it. */
let untouched = '';

/** Opens a page, or goes on with it where it shows the connection alone, and that is back at its beginning. */
async function open(address: string): Promise<Page> {
  tab ??= await stage.context.newPage();
  if (untouched === address) await tab.getByRole('button', { name: 'Connect to Calira' }).waitFor();
  else await tab.goto(`chrome-extension://${extensionId}/${address}`);
  await tab.getByRole('heading', { level: 1 }).waitFor();
  return tab;
}

test.each(surfaceStates)('$surface: $name', async (state) => {
  const { name, surface, shows, on, before, site, act } = state;
  await before?.(stage);
  const query = site ? `?url=${encodeURIComponent(site)}` : '';
  const address = `${surface}.html${query}`;
  const page = await open(address);
  untouched = '';
  await page.setViewportSize(sizes[surface]);
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
  untouched = state.isOfConnection ? address : '';
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
    untouched = '';
    const page = await open(`${surface}.html`);
    await page.setViewportSize(sizes.options);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    await keepPicture(page, `surfaces/${surface}-forced-colours`);
    await expectUsable(page, []);
    await page.emulateMedia({ forcedColors: null });
  }
});

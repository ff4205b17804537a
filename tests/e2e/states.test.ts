/** Every state of the panel: what it says, what axe finds, where Tab leads, and how it looks in three widths. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PanelState } from './states/arrange.ts';
import { openFor } from './states/arrange.ts';
import { states } from './states.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { findPanelOf } from './support/find-panel.ts';
import { cutOff } from './support/fits.ts';
import { keepPicture } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';
import { isAmong, StatesOnScreen, textsOnScreen } from './support/shown-text.ts';
import { expectStructureUsable } from './support/usable.ts';

/** The least is what WCAG asks for: a window of 1280 px at 400 %. */
const widths = [900, 560, 320];

let stage: AuthorisationStage;
const seen = new StatesOnScreen();

beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.leave();
  const { control } = stage.sandbox;
  control.setLatency(0);
  control.subscription('enterprise');
  control.seedData({});
  control.releaseLock('128');
});

const shownBy = ({ shows }: PanelState) => (typeof shows === 'function' ? shows(stage) : shows);

test.each(states)('$name', async (state) => {
  const opened = await openFor(state, stage);
  const { page } = opened;
  const { region } = opened.panel;
  const shown = shownBy(state);
  if (state.act) {
    expect(isAmong(await textsOnScreen(page), shown), 'what shows the state is not there before').toBe(false);
    await state.act(findPanelOf(opened), stage);
  }
  await expect
    .poll(async () => isAmong(await textsOnScreen(page), shown), { message: `“${shown}” is on screen` })
    .toBe(true);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 760 });
    await keepPicture(page, `states/${state.name}-${width}`);
    const cut = [...(await cutOff(page)), ...(await tooHighIn(page))];
    expect(cut, `nothing is cut off at ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 900, height: 760 });
  // A list that a narrow window has closed is opened again.
  if (state.closedByResizing && state.act) await state.act(findPanelOf(opened), stage);
  const texts = await textsOnScreen(page);
  expect(isAmong(texts, shown), 'what was looked at is this state').toBe(true);
  seen.note(state.sameAs ?? state.name, shown, texts, state.on);
  await expectStructureUsable(page, () => region.focus());
  await region.focus();
  await page.keyboard.press('Escape');
  await region.waitFor({ state: 'detached' });
});

test('no state shows what names another one', () => {
  expect(seen.count).toBe(states.filter(({ sameAs }) => !sameAs).length);
  expect(seen.confused()).toEqual([]);
});

/** What is higher than there is room for, where all of it has to be seen. */
function tooHighIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('calira-bookings')?.shadowRoot;
    const fixed = ['.list-summary', '.panel-footer', '.notice'];
    // The progress upon the edge of the summary is two pixels beyond it.
    const isHigh = (one: Element) => one.scrollHeight > one.clientHeight + 2;
    return fixed.filter((part) => [...(root?.querySelectorAll(part) ?? [])].some(isHigh));
  });
}

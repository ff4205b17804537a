/** Every state of the panel: what it says, what axe finds, where Tab leads, and how it looks in three widths. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { states } from './states.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { openAuthorisationStage } from './support/authorisation-stage.ts';
import { cutOff } from './support/fits.ts';
import { keepPicture } from './support/screenshots.ts';
import { expectTabReachesEverything, smallTargets, violationsIn } from './support/usable.ts';

/** The least is what WCAG asks for: a window of 1280 px at 400 %. */
const widths = [900, 560, 320];

let stage: AuthorisationStage;

beforeAll(async () => {
  stage = await openAuthorisationStage();
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

test.each(states)('$name', async ({ name, shows, arrange }) => {
  const opened = await arrange(stage);
  await opened.panel.region.getByText(shows).first().waitFor();
  for (const width of widths) {
    await opened.page.setViewportSize({ width, height: 760 });
    await keepPicture(opened.page, `states/${name}-${width}`);
    const cut = [...(await cutOff(opened.page)), ...(await tooHighIn(opened.page))];
    expect(cut, `nothing is cut off at ${width} px`).toEqual([]);
  }
  // Wider windows change the places of the same elements, where the loop above looks for what is cut off.
  expect(await violationsIn(opened.page)).toEqual([]);
  await opened.page.setViewportSize({ width: 900, height: 760 });
  expect(await smallTargets(opened.page), 'targets that are too small').toEqual([]);
  const { region } = opened.panel;
  await expectTabReachesEverything(opened.page, () => region.focus());
  await region.focus();
  await opened.page.keyboard.press('Escape');
  await region.waitFor({ state: 'detached' });
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

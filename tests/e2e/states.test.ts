/** Every state of the panel: what it says, what axe finds, where Tab leads, and how it looks in three widths. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { states } from './states.ts';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { openAuthorisationStage } from './support/authorisation-stage.ts';
import { keepPicture } from './support/screenshots.ts';

const widths = [900, 560, 360];

let stage: AuthorisationStage;

beforeAll(async () => {
  stage = await openAuthorisationStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  const { control } = stage.sandbox;
  control.setLatency(0);
  control.subscription('enterprise');
  control.seedData({});
  control.releaseLock('128');
  await stage.reset();
});

test.each(states)('$name', async ({ name, shows, arrange }) => {
  const opened = await arrange(stage);
  await opened.panel.region.getByText(shows).first().waitFor();
  for (const width of widths) {
    await opened.page.setViewportSize({ width, height: 760 });
    await keepPicture(opened.page, `states/${name}-${width}`);
    expect(await cutOffIn(opened.page), `nothing is cut off at ${width} px`).toEqual([]);
  }
  // Wider windows change the places of the same elements, where the loop above looks for what is cut off.
  expect(await violationsIn(opened.page)).toEqual([]);
  await opened.page.setViewportSize({ width: 900, height: 760 });
  await expectTabReachesEverything(opened);
});

/** Of the panel alone: RSpace's page is not ours. Legacy mode needs no page of its own to collect results in. */
async function violationsIn(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include('calira-bookings').setLegacyMode();
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What is wider than there is room for, or higher where all of it has to be seen. */
function cutOffIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('calira-bookings')?.shadowRoot;
    // Scrolling, or with lists that open over what is below.
    const open = ['.panel', '.panel-parts', '.list', '.find-bar'];
    const fixed = ['.list-summary', '.panel-footer', '.notice'];
    const some = (part: string, is: (one: Element) => boolean) =>
      [...(root?.querySelectorAll(part) ?? [])].some(is);
    return [
      ...[...open, ...fixed].filter((part) => some(part, (one) => one.scrollWidth > one.clientWidth + 1)),
      // The progress upon the edge of the summary is two pixels beyond it.
      ...fixed.filter((part) => some(part, (one) => one.scrollHeight > one.clientHeight + 2)),
    ];
  });
}

/** Everything that takes the focus gets it by Tab, in the order of the page, and Escape closes the panel. */
async function expectTabReachesEverything({ page, panel }: OpenPanel): Promise<void> {
  await panel.region.focus();
  const names = await panel.region.evaluate((region) => {
    const usable = 'button, input, select, a[href], [tabindex]';
    const groups = new Set<string>();
    const stops = [...region.querySelectorAll<HTMLElement>(usable)].filter((element) => {
      if (element.tabIndex < 0 || element.closest('[inert]') || !element.checkVisibility()) return false;
      // A group of radio buttons is one stop: the one that is chosen.
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      return element.checked && !groups.has(element.name) && Boolean(groups.add(element.name));
    });
    for (const [index, stop] of stops.entries()) stop.dataset.stop = String(index);
    return stops.map((_, index) => String(index));
  });
  const reached: (string | undefined)[] = [];
  for (const _ of names) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const active = document.activeElement?.shadowRoot?.activeElement;
        return active instanceof HTMLElement ? active.dataset.stop : undefined;
      }),
    );
  }
  expect(reached).toEqual(names);
  await panel.region.focus();
  await page.keyboard.press('Escape');
  await panel.region.waitFor({ state: 'detached' });
}

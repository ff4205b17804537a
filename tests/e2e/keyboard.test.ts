/** The list by keyboard: one stop for Tab, the arrows within it, and no focus lost by scrolling. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { sharedStage } from './support/shared-stage.ts';

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

test('Tab leads into the list once and on to Insert, which Enter presses', async () => {
  const { page, panel } = await stage.freshPanel({ field: 'Method' });
  const { keyboard, mouse } = page;
  const focused = panel.region.locator('input:focus');

  await panel.region.getByRole('checkbox', { name: 'Select all' }).focus();
  await keyboard.press('Tab');
  const first = await focused.getAttribute('aria-label');
  expect(first).toMatch(/^Select booking/);
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await panel.region.getByText('2 selected', { exact: true }).waitFor();

  await keyboard.press('End');
  await expect.poll(() => focused.getAttribute('aria-label')).not.toBe(first);
  await keyboard.press('Home');
  await expect.poll(() => focused.count()).toBe(1);
  const atTop = await focused.getAttribute('aria-label');
  await panel.region.getByRole('grid', { name: 'Bookings' }).hover();
  await mouse.wheel(0, 4000);
  await expect
    .poll(() => panel.region.getByRole('grid').evaluate(({ scrollTop }) => scrollTop))
    .toBeGreaterThan(1000);
  expect(await focused.getAttribute('aria-label'), 'scrolling away takes no focus').toBe(atTop);

  // On the way there: what shows just the selected ones, Columns and Copy.
  for (const name of ['show', 'Columns', 'Copy', 'Insert']) {
    await keyboard.press('Tab');
    await expect.poll(() => panel.region.locator('button:focus').textContent()).toBe(name);
  }
  await keyboard.press('Enter');
  await panel.region.getByText('2 bookings inserted into Method.').waitFor();
});

test('the whole job by keyboard: open, search, choose, insert, close, and on writing', async () => {
  const opened = await stage.freshPanel({ field: 'Method' });
  const { panel } = opened;
  const { keyboard } = opened.page;
  const focused = () =>
    opened.page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent ?? '';
    });
  /** Goes on to whatever has this name, and fails where nothing has. */
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; !name.test(await focused()); presses += 1) {
      expect(presses, `Tab leads to ${name}`).toBeLessThan(40);
      await keyboard.press('Tab');
    }
  };
  await keyboard.press('Escape');
  await panel.region.waitFor({ state: 'detached' });
  await opened.page.getByRole('button', { name: 'Insert Calira booking' }).focus();
  await keyboard.press('Enter');
  await panel.loaded();

  await tabTo(/^Search bookings$/);
  await keyboard.type('4980109');
  await expect.poll(() => panel.region.getByRole('checkbox', { name: /^Select booking/ }).count()).toBe(1);
  await keyboard.press('ArrowDown');
  expect(await focused()).toBe('Select booking 4980109');
  await keyboard.press('Space');
  await tabTo(/^Insert$/);
  await keyboard.press('Enter');
  await panel.region.getByText('1 booking inserted into Method.').waitFor();
  await keyboard.press('Escape');
  await panel.region.waitFor({ state: 'detached' });
  expect(await opened.editor.locator('tr[data-calira-booking="4980109"]').count()).toBe(1);
});

/** TinyMCE's *Fullscreen*: the editor fills the window, and everything works as in the ordinary editor. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { installTestEditor, look, write } from './support/editor.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const picture = stepPictures('full-screen');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Presses TinyMCE's own button. */
async function pressFullScreen({ page, editor }: OpenPanel): Promise<void> {
  const width = () => editor.locator('html').evaluate(({ clientWidth }) => clientWidth);
  const before = await width();
  await page.getByRole('button', { name: 'Fullscreen' }).click();
  await expect.poll(width).not.toBe(before);
}

/** In which layer of the page the panel stands. */
const layer = ({ panel }: OpenPanel) =>
  panel.region.evaluate((region) => {
    const root = region.closest('.root');
    return root && getComputedStyle(root).zIndex;
  });

test('what is chosen is inserted at the caret, copied and updated', async () => {
  const opened = await stage.freshPanel({ field: 'Method' });
  const { page, panel } = opened;
  const { control } = stage.sandbox;
  const { id } = control.specimen('todayLate');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await installTestEditor(page);
  await panel.button('Close').click();
  await write(page, '<p>before|</p><p>after</p>');
  await pressFullScreen(opened);
  await panel.open();
  await expect.poll(() => layer(opened)).toBe('1250');
  await picture(page, 'open');

  await panel.booking(id).check();
  await panel.region.getByText('into Method', { exact: true }).waitFor();
  await panel.button('Insert').click();
  await panel.region.getByText('1 booking inserted into Method.').waitFor();
  expect(await look(page)).toBe('<p>before</p>[table]<p>|after</p>');

  await panel.booking(id).check();
  await panel.button('Copy').click();
  await panel.region.getByText(/^1 booking copied/).waitFor();

  control.changeBooking(id, { status: 'Cancelled' });
  await panel.button('Update bookings in this field').click();
  await panel.button('Update').click();
  const table = opened.editor.locator('table[data-calira-insertion]');
  await expect.poll(() => table.innerText()).toContain('Cancelled');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await panel.region.waitFor({ state: 'detached' });
  await pressFullScreen(opened);
  await panel.open();
  await panel.region.getByText('into Method', { exact: true }).waitFor();
  await expect.poll(() => layer(opened)).toBe('1060');
});

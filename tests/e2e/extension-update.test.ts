/** After an update of the extension, and while it is disabled, pages that were open before have its old copy: it says so, and touches nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { atWork } from './support/at-work.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { content, installTestEditor } from './support/editor.ts';
import { extensionsFile } from './support/host-access.ts';
import { panelOn } from './support/panel.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const picture = stepPictures('extension-update');
const outdated = 'The extension was updated or disabled: reload the page.';

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

// One test, since nobody can put the stage in order afterwards: it ends every page of the extension's own.
test('old pages ask to be reloaded, whether their panel was open or not, and change nothing: the extension is disabled, enabled, and updated', async () => {
  const opened = await atWork(stage, await stage.freshPanel({ field: 'Method' }));
  const { page, panel, editor } = opened;
  const text = await editor.locator('body').innerText();
  const hold = stage.sandbox.control.hold({ path: '/v1/bookings' });
  await panel.button('Refresh').click();
  await hold.reached;
  const extensions = await stage.context.newPage();
  await extensions.goto(extensionsFile);
  const enable = (enabled: boolean) =>
    extensions.evaluate(
      ([id, on]) =>
        (
          chrome as unknown as { management: { setEnabled(id: string, on: boolean): Promise<void> } }
        ).management.setEnabled(id, on),
      [extensionId, enabled] as const,
    );
  await enable(false);
  hold.release();
  await page.bringToFront();
  await panel.region.getByRole('alert').getByText(outdated).waitFor();
  expect(await panel.region.getByRole('progressbar').count()).toBe(0);
  expect(await panel.button('Insert').count()).toBe(0);
  expect(await editor.locator('body').innerText()).toBe(text);
  await picture(page, 'disabled');

  await enable(true);
  // Nobody tells an extension that it was enabled; opening its popup starts it.
  const popup = await stage.popup();
  await popup.getByRole('status').getByText('Connected', { exact: true }).waitFor();
  await page.bringToFront();
  await page.reload();
  await opened.edit('Method');
  await panel.open();
  await panel.loaded();

  await installTestEditor(page);
  const closed = await stage.context.newPage();
  await closed.goto(page.url());
  await page.bringToFront();
  await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
  const before = await content(page);
  const errors: string[] = [];
  page.on('pageerror', ({ message, stack }) => errors.push(stack ?? message));
  const gone = popup.waitForEvent('close');
  await popup.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
  await gone;
  await page.bringToFront();
  await panel.region.getByRole('alert').getByText(outdated).waitFor();
  expect(await panel.button('Insert').count()).toBe(0);
  await picture(page, 'old-page');
  expect(await content(page)).toBe(before);
  await panel.button('Close').click();
  await page.locator('.tox-tinymce').getByTitle('Calira booking').click();
  await panel.region.getByRole('alert').getByText(outdated).waitFor();

  const other = panelOn(closed);
  await closed.bringToFront();
  await other.open();
  await other.region.getByRole('alert').getByText(outdated).waitFor();
  expect(errors).toEqual([]);
});

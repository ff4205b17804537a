/** After an update of the extension, pages that were open before have its old copy: it says so, and touches nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { content, installTestEditor } from './support/editor.ts';
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

test('old pages ask to be reloaded, whether their panel was open or not, and change nothing', async () => {
  await stage.reset();
  const opened = await stage.connectedPanel({ field: 'Method' });
  const { page, panel } = opened;
  await installTestEditor(page);
  const closed = await stage.context.newPage();
  await closed.goto(page.url());
  await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
  const before = await content(page);
  const errors: string[] = [];
  page.on('pageerror', ({ message, stack }) => errors.push(stack ?? message));

  const gone = stage.own.waitForEvent('close');
  await stage.own.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
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

/** What surrounds an insertion: taking back one that fails, and where the focus and a first table go. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { installTestEditor, look, write } from './support/editor.ts';
import type { PanelOnPage } from './support/panel.ts';
import { choose } from './support/save-menu.ts';
import { sharedStage } from './support/shared-stage.ts';

let stage: AuthorisationStage;
let document: OpenPanel;
let panel: PanelOnPage;

beforeAll(async () => {
  stage = await sharedStage();
  document = await stage.freshPanel({ field: 'Method' });
  ({ panel } = document);
  await installTestEditor(document.page);
});
afterAll(() => stage[Symbol.asyncDispose]());

test('an insertion that fails half-way is taken back, and said so', async () => {
  const { page } = document;
  await write(page, '<p>one|</p>');
  await page.evaluate(() => {
    const { tinymce } = window as unknown as {
      tinymce: { activeEditor: { once(name: string, act: (event: { content: string }) => void): void } };
    };
    tinymce.activeEditor.once('BeforeSetContent', (event) => {
      event.content = event.content.replace('data-calira-insertion', 'data-stripped');
    });
  });
  await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
  await panel.button('Insert').click();
  await panel.region.getByText('The table could not be inserted; nothing was changed.').waitFor();
  expect(await look(page)).toBe('<p>one|</p>');
  await panel.button('Insert').click();
  await panel.region.getByText('1 booking inserted into Method.').waitFor();
});

test('closing the panel gives the focus back to the editor', async () => {
  const { page } = document;
  await panel.button('Close').click();
  await document.editor.locator('p').first().click();
  await panel.open();
  await page.keyboard.press('Escape');
  await panel.region.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => window.document.activeElement?.nodeName)).toBe('IFRAME');
  await panel.open();
  await panel.loaded();
});

test('in a field that has never been clicked, at its end', async () => {
  const { page } = document;
  await choose(page, 'saveView');
  await panel.region.getByText('Open a text field for editing first (the pencil).').waitFor();
  await panel.button('Close').click();
  await page.locator('#edit_1234').click();
  await document.editor.locator('body').waitFor();
  await panel.open();
  await panel.loaded();
  await panel.region.getByText('into Results').waitFor();
  await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
  await panel.button('Insert').click();
  await panel.region.getByText('1 booking inserted into Results.').waitFor();
  const blocks = document.editor.locator('body > *');
  const last = await blocks.count();
  expect(await blocks.nth(last - 2).getAttribute('data-tablesource')).toBe('clustermarket');
});

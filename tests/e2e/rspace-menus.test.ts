/** The entry *Calira booking* in RSpace's own places: the `/` menu, the Insert menu and the toolbar. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { content, installTestEditor, look, write } from './support/editor.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const picture = stepPictures('rspace-menus');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** As an extension does that is enabled anew, or updated: its scripts come into a page that has them already. */
async function injectAgain(page: Page): Promise<void> {
  const ready = page.evaluate(
    () =>
      new Promise((resolve) => document.addEventListener('calira-bookings-ready', resolve, { once: true })),
  );
  await stage.own.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: address });
    for (const script of await chrome.scripting.getRegisteredContentScripts())
      await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        files: (script.js ?? []) as never,
        world: script.world ?? 'ISOLATED',
      });
  }, page.url());
  await ready;
}

const slashEntries = (page: Page) => page.locator('.tox-autocompleter').getByText('Calira booking');
const toolbarEntries = (page: Page) =>
  page.locator('.tox-toolbar__primary, .tox-toolbar').getByTitle('Calira booking');

async function openInsertMenu(page: Page) {
  await page.getByRole('menuitem', { name: 'Insert' }).click();
  return page.locator('.tox-menu').getByText('Calira booking', { exact: true });
}

describe.each(['5.10.9', '5.1.6'] as const)('TinyMCE %s', (tinymce) => {
  let opened: OpenPanel;
  beforeEach(async () => {
    stage.sandbox.control.rspace.setVersion({ tinymce });
    await stage.reset();
    opened = await stage.openPanel('Method');
    await opened.panel.button('Close').click();
    await installTestEditor(opened.page);
  });

  test('“/” finds it, also by more of its words, and choosing it opens the panel', async () => {
    const { page, panel } = opened;
    for (const word of ['', 'booking', 'equip', 'INSTRU']) {
      const before = await content(page);
      await page.evaluate(() => window.testEditor().focus());
      await page.keyboard.press('Enter');
      const line = await content(page);
      expect(line).not.toBe(before);
      await page.keyboard.type(`/${word}`);
      await slashEntries(page).waitFor();
      expect(await slashEntries(page).count(), `/${word}`).toBe(1);
      if (word === 'equip') await picture(page, `slash-${tinymce}`);
      await slashEntries(page).click();
      await panel.region.waitFor();
      await expect.poll(() => panel.region.evaluate((region) => region.matches(':focus-within'))).toBe(true);
      expect(await content(page), 'nothing of what was typed stays').toBe(line);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.evaluate(() => document.activeElement?.nodeName)).toBe('IFRAME');
    }
  });

  test('by the keyboard alone', async () => {
    const { page, panel } = opened;
    await page.evaluate(() => window.testEditor().focus());
    await page.keyboard.press('Enter');
    await page.keyboard.type('/instrument');
    await slashEntries(page).waitFor();
    await page.keyboard.press('Enter');
    await panel.region.waitFor();
    await expect.poll(() => panel.region.evaluate((region) => region.matches(':focus-within'))).toBe(true);
  });

  test('in the Insert menu and in the toolbar', async () => {
    const { page, panel } = opened;
    const entry = await openInsertMenu(page);
    await picture(page, `insert-menu-${tinymce}`);
    await entry.click();
    await panel.region.waitFor();
    await expect.poll(() => panel.region.evaluate((region) => region.matches(':focus-within'))).toBe(true);
    await panel.button('Close').click();
    await toolbarEntries(page).click();
    await panel.region.waitFor();
  });

  test.each([
    ['the Insert menu', async (page: Page) => (await openInsertMenu(page)).click()],
    ['the toolbar', (page: Page) => toolbarEntries(page).click()],
  ])('opened from %s, Escape leads back into the text, to the caret', async (_where, choose) => {
    const { page, panel } = opened;
    await write(page, '<p>one |three</p>');
    await choose(page);
    await panel.region.waitFor();
    await expect.poll(() => panel.region.evaluate((region) => region.matches(':focus-within'))).toBe(true);
    await page.keyboard.press('Escape');
    await panel.region.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.nodeName)).toBe('IFRAME');
    await page.keyboard.type('two ');
    await expect.poll(() => look(page)).toBe('<p>one two |three</p>');
  });

  test('once in every editor, whatever is saved, opened or injected again', async () => {
    const { page, panel } = opened;
    await injectAgain(page);
    await opened.save();
    await injectAgain(page);
    await opened.edit('Discussion');
    expect(await toolbarEntries(page).count()).toBe(1);
    expect(await (await openInsertMenu(page)).count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.testEditor().focus());
    await page.keyboard.press('Enter');
    await page.keyboard.type('/booking');
    await slashEntries(page).waitFor();
    expect(await slashEntries(page).count()).toBe(1);
    await page.keyboard.press('Enter');
    await panel.region.waitFor();
    expect(await page.locator('calira-bookings').count()).toBe(1);
    expect(await panel.region.count(), 'one panel, and no more').toBe(1);
  });
});

test('RSpace’s other entries stay, and its settings, which all editors share, are as they were', async () => {
  stage.sandbox.control.rspace.setVersion({ tinymce: '5.10.9' });
  await stage.reset();
  const { page, panel } = await stage.openPanel('Method');
  await panel.button('Close').click();
  await openInsertMenu(page);
  await page.locator('.tox-menu').getByText('Horizontal line').waitFor();
  const { menu, toolbar } = await page.evaluate(
    () => (window as unknown as { tinymcesetup: { menu: object; toolbar: string[] } }).tinymcesetup,
  );
  expect(JSON.stringify([menu, toolbar])).not.toContain('calira');
});

/** The options page: settings as a file, and the report for whoever helps. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { storedSecrets } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const picture = stepPictures('options');
let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.reset('confidential'));

async function openOptions(): Promise<Page> {
  const page = await stage.context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  return page;
}

/** Chooses a file in the dialog that *Import settings* opens. */
async function importFile(options: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    options.waitForEvent('filechooser'),
    options.getByRole('button', { name: 'Import settings' }).click(),
  ]);
  await chooser.setFiles(file);
}

test('settings go into a file without the secret, and come back from it', async () => {
  const options = await openOptions();
  await options.getByRole('checkbox', { name: 'Stay connected on this computer' }).uncheck();
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Export settings' }).click(),
  ]);
  const file = await download.path();
  const text = await readFile(file, 'utf8');
  expect(text).toContain(stage.sandbox.clients.confidential.id);
  expect(text).not.toContain(stage.sandbox.clients.confidential.secret);
  await options.close();

  await stage.own.evaluate(() => chrome.storage.local.clear());
  const fresh = await openOptions();
  await importFile(fresh, file);
  await fresh.getByText('The settings are imported.').waitFor();
  const clientId = fresh.getByRole('textbox', { name: 'Client ID' });
  await expect.poll(() => clientId.inputValue()).toBe(stage.sandbox.clients.confidential.id);
  expect(await fresh.getByRole('checkbox', { name: 'Stay connected on this computer' }).isChecked()).toBe(
    false,
  );
  await fresh.getByRole('button', { name: 'Remove 127.0.0.1' }).waitFor();
  await fresh.getByRole('button', { name: 'Import settings' }).scrollIntoViewIfNeeded();
  await picture(fresh, 'imported');

  await writeFile(file, '{"name": "something else"}');
  await importFile(fresh, file);
  await fresh.getByText('Nothing was changed.').waitFor();
});

test('the diagnostic report tells how things stand, and holds no token, no name and no booking', async () => {
  const { panel } = await stage.connectedPanel();
  const rows = await panel.region.getByRole('row').allInnerTexts();
  const options = await openOptions();
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await options.getByRole('button', { name: 'Copy diagnostic report' }).click();
  await options.getByText('The report is on the clipboard.').waitFor();
  const report = await options.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('Connection: connected\n');
  expect(report).toContain('Labs authorised: 2 of 2\n');
  expect(report).toMatch(/Scripts registered on: .*127\.0\.0\.1/);
  const { session, lasting } = await storedSecrets(stage.own);
  const secrets = [session.accessToken, lasting.refreshToken].map((one) => (one as { token: string }).token);
  const { id, secret } = stage.sandbox.clients.confidential;
  for (const hidden of [...secrets, secret, id, 'Imaging Core', 'Cytometry', 'Ada Byron'])
    expect(report).not.toContain(hidden);
  const equipment = rows.map((row) => row.split('\n')[0]?.trim() ?? '').filter((name) => name.length > 5);
  expect(equipment.length).toBeGreaterThan(3);
  for (const name of equipment) expect(report).not.toContain(name);
});

/** In a real Firefox: the settings as a file. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { expect, test, vi } from 'vitest';
import { byRole, click, entryOf, fill, waitForText } from './support/by-role.ts';
import { patience } from './support/firefox.ts';
import { openStage } from './support/stage.ts';

test('settings go into a file, and come back from it', async () => {
  await using stage = await openStage();
  const { firefox } = stage;
  const options = await firefox.openOwn('options.html');
  await fill(options, 'Client ID', 'the client of an institution');
  await waitForText(options, 'Saved');
  await click(options, 'button', 'Export settings');
  await waitForText(options, 'The file is among your downloads.');
  const name = 'calira-bookings-settings.json';
  await vi.waitUntil(async () => (await readdir(firefox.downloads)).join() === name, patience);
  const file = join(firefox.downloads, name);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    calira: { clientId: 'the client of an institution' },
  });

  await (await byRole(options, 'textbox', 'Client ID')).click({ count: 3 });
  await options.keyboard.type('another');
  await options.keyboard.press('Tab');
  await waitForText(options, 'Saved');
  const input = await options.$('input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  await waitForText(options, 'The settings are imported.');
  const fresh = await firefox.openOwn('options.html');
  expect(await entryOf(fresh, 'Client ID')).toBe('the client of an institution');
});

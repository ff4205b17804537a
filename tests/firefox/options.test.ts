/** In a real Firefox: the settings as a file, and what an institution's policy sets. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect, test, vi } from 'vitest';
import { byRole, click, fill, waitForText } from './support/by-role.ts';
import { built, patience, startFirefox, takePicture } from './support/firefox.ts';

/** Where Firefox on Linux looks for an administrator's policies. */
const policies = '/etc/firefox/policies';

test('settings go into a file, and come back from it', async () => {
  const downloads = await mkdtemp(join(tmpdir(), 'calira-downloads-'));
  await using firefox = await startFirefox({ downloads });
  const options = await firefox.openOwn('options.html');
  await fill(options, 'Client ID', 'the client of an institution');
  await waitForText(options, 'Saved');
  await click(options, 'button', 'Export settings');
  await waitForText(options, 'The file is among your downloads.');
  const name = 'calira-bookings-settings.json';
  await vi.waitUntil(async () => (await readdir(downloads)).join() === name, patience);
  const file = join(downloads, name);
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
  await rm(downloads, { recursive: true });
});

test('what the institution’s policy sets is in force, and cannot be changed', async () => {
  // Under an id of its own, since a policy reaches every Firefox of this computer.
  const id = 'calira-bookings-policy-test@example.org';
  const folder = await mkdtemp(join(tmpdir(), 'calira-extension-'));
  await cp(built, folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  manifest.browser_specific_settings.gecko.id = id;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const policy = {
    clientId: 'the client of the institution',
    welcomePage: false,
    columns: ['start', 'equipment'],
  };
  const restore = await placePolicy({ '3rdparty': { Extensions: { [id]: policy } } });
  try {
    await using firefox = await startFirefox({ extension: { folder, id }, welcome: 'none' });
    const options = await firefox.openOwn('options.html');
    await waitForText(options, 'Your institution has set some of these options.');
    expect(await entryOf(options, 'Client ID')).toBe('the client of the institution');
    const field = await byRole(options, 'textbox', 'Client ID');
    expect(await field.evaluate((input) => (input as HTMLInputElement).readOnly)).toBe(true);
    const notes = await byRole(options, 'checkbox', 'Notes');
    expect(await notes.evaluate((box) => box.matches(':disabled:not(:checked)'))).toBe(true);
    await takePicture(options, 'policy');
    const opened = await Promise.all(
      (await firefox.browser.pages()).map((page) => page.evaluate(() => location.pathname)),
    );
    expect(opened).not.toContain('/welcome.html');
  } finally {
    await restore();
    await rm(folder, { recursive: true });
  }
});

/** Places a policy in the one file that Firefox knows. @returns what puts back the file that was there. */
async function placePolicy(wanted: object): Promise<() => Promise<void>> {
  const file = join(policies, 'policies.json');
  const before = await readFile(file, 'utf8').catch(() => null);
  try {
    await mkdir(policies, { recursive: true });
    await writeFile(file, JSON.stringify({ policies: wanted }));
  } catch (cause) {
    throw new Error(`This test places a policy in ${policies}: run it as a user who may write there.`, {
      cause,
    });
  }
  return () => (before === null ? rm(file) : writeFile(file, before));
}

async function entryOf(page: Page, name: string): Promise<string> {
  const field = await byRole(page, 'textbox', name);
  return field.evaluate((input) => (input as HTMLInputElement).value);
}

/** In a real Firefox: what a researcher does in a document besides the main job. */
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { click, fill, waitForText } from './support/by-role.ts';
import { patience, takePicture } from './support/firefox.ts';
import type { FirefoxStage } from './support/stage.ts';
import { openStage } from './support/stage.ts';

const booking = 4980109;

let stage: FirefoxStage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  stage.sandbox.control.changeBooking(booking, { status: 'Completed' });
  page = await stage.connectedPanel();
  await page.bringToFront();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** The texts of these cells of all tables of bookings in the open field. */
function cells(selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[id^=rtf_]');
    const found = frame?.contentDocument?.querySelectorAll(`table[data-calira-columns] ${wanted}`) ?? [];
    return [...found].map((cell) => cell.textContent?.trim() ?? '');
  }, selector);
}

const tables = async () => (await cells('caption')).length;

test('a booking is found, its columns are chosen, and it goes to the end of a field that the panel opens', async () => {
  await fill(page, 'Search bookings', String(booking), 'searchbox');
  await waitForText(page, /1 of \d+ bookings/);
  await click(page, 'checkbox', `Select booking ${booking}`);
  await click(page, 'button', 'Columns');
  await click(page, 'checkbox', 'Lab');
  await takePicture(page, 'columns');
  await click(page, 'button', 'Done');
  await click(page, 'button', 'Open Results for editing');
  await waitForText(page, '1 booking inserted into Results.');
  expect(await cells('th')).toContain('Lab');
  expect(await cells('td')).toContain('Completed');
});

test('Copy puts the same on the clipboard, from where it is pasted', async () => {
  await click(page, 'checkbox', `Select booking ${booking}`);
  await click(page, 'button', 'Copy');
  await waitForText(page, '1 booking copied as a table.');
  const frame = await page.waitForSelector('iframe[id^=rtf_]');
  const body = await (await frame?.contentFrame())?.waitForSelector('body');
  await body?.click();
  await withControl('End');
  await withControl('v');
  await vi.waitUntil(async () => (await tables()) === 2, patience);
  await withControl('z');
  await vi.waitUntil(async () => (await tables()) === 1, patience);
  await click(page, 'checkbox', `Select booking ${booking}`);
});

async function withControl(key: KeyInput): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

test('what Calira has changed since is shown, and taken over', async () => {
  stage.sandbox.control.changeBooking(booking, { status: 'Declined' });
  await click(page, 'button', 'Update bookings in this field');
  await waitForText(page, '1 booking has changed in Calira.');
  expect(await cells('td')).toContain('Completed');
  await takePicture(page, 'update');
  await click(page, 'button', 'Update');
  await waitForText(page, '1 booking is up to date. One undo step takes it back.');
  expect(await cells('td')).toContain('Declined');
  expect(await tables()).toBe(1);
});

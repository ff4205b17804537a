/** The steps of a researcher's work that more than one test does. */
import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { allByRole, byRole, click, fill, waitForText } from './by-role.ts';
import type { Firefox } from './firefox.ts';
import { patience } from './firefox.ts';

/** Configures the extension on its options page. */
export async function configure({ openOwn }: Firefox, sandbox: Sandbox): Promise<void> {
  const options = await openOwn('options.html');
  await fill(options, 'Client ID', sandbox.clients.public.id);
  await fill(options, 'Calira web address', sandbox.caliraWebUrl);
  await fill(options, 'Calira API address', sandbox.caliraApiUrl);
  await fill(options, 'RSpace address', sandbox.rspaceUrl);
  await click(options, 'button', 'Add');
  await byRole(options, 'button', `Remove ${new URL(sandbox.rspaceUrl).hostname}`);
  await options.close();
}

/** Opens a document and the panel on it. @param field the text field that is opened for editing before. */
export async function openPanel({ openTab }: Firefox, rspaceUrl: string, field?: string): Promise<Page> {
  const page = await openTab(`${rspaceUrl}workspace/editor/structuredDocument/123`);
  if (field) await edit(page, field);
  await click(page, 'button', 'Insert Calira booking');
  await byRole(page, 'region', 'Calira bookings');
  return page;
}

/** Opens a text field with RSpace's pencil, and puts the caret at the end of its text. */
async function edit(page: Page, field: string): Promise<void> {
  const pencil = await page.waitForSelector(
    `::-p-xpath(//tr[contains(@class, "field")][.//*[contains(@class, "fieldHeaderName")][contains(., "${field}")]]//*[@title="Edit"])`,
  );
  await pencil?.click();
  const frame = await page.waitForSelector('iframe[id^=rtf_]', { visible: true });
  const body = await (await frame?.contentFrame())?.waitForSelector('body[contenteditable=true]');
  await body?.click();
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
}

/** Presses a button that leads to Calira, and there signs in where asked, ticks labs and authorises. */
export async function authorise(
  { browser }: Firefox,
  page: Page,
  button: string,
  labs: readonly string[],
): Promise<void> {
  const before = await browser.pages();
  await click(page, 'button', button);
  const window = await vi.waitFor(async () => {
    const opened = (await browser.pages()).find(
      (one) => !before.includes(one) && one.url().startsWith('http'),
    );
    if (!opened) throw new Error('Calira’s window has not opened.');
    return opened;
  }, patience);
  await window.waitForSelector('form');
  if ((await allByRole(window, 'textbox', 'Email')).length > 0) {
    await fill(window, 'Email', 'ada.byron@example.org');
    // Firefox's accessibility tree gives a field for passwords no role that could be asked for.
    await window.locator('input[type=password]').click();
    await window.keyboard.type('correct horse');
    await click(window, 'button', 'Sign in');
  }
  for (const lab of labs) await click(window, 'checkbox', lab);
  await click(window, 'button', 'Authorise');
  await vi.waitUntil(async () => !(await browser.pages()).includes(window), patience);
}

/** Waits until every booking is listed and nothing is loading any more. */
export async function loaded(page: Page): Promise<void> {
  await byRole(page, 'checkbox', 'Select all');
  await waitForText(page, /updated /);
  await vi.waitUntil(
    async () => (await allByRole(page, 'progressbar', 'Loading bookings')).length === 0,
    patience,
  );
}

import type { ElementHandle, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { answered } from './answered.ts';
import { patience } from './firefox.ts';

/** Where a person's elements are: in the panel, on a page that has one; otherwise on the page. */
async function rootOf(page: Page): Promise<ElementHandle> {
  const root = await page.evaluateHandle(
    () => (document.querySelector('calira-bookings')?.shadowRoot ?? document) as unknown as Element,
  );
  return root;
}

/** @returns everything that Firefox's accessibility tree lists under this role and name, now. */
export function allByRole(page: Page, role: string, name: string): Promise<ElementHandle[]> {
  const found = rootOf(page).then((root) => root.$$(`::-p-aria([name="${name}"][role="${role}"])`));
  return answered(found);
}

/** Waits for the one element with this role and name, and answers it. */
export function byRole(page: Page, role: string, name: string): Promise<ElementHandle> {
  return vi.waitFor(async () => {
    const found = await allByRole(page, role, name);
    const [one] = found;
    if (!one || found.length > 1) throw new Error(`${found.length} × ${role} “${name}”`);
    return one;
  }, patience);
}

/** Clicks, with the mouse, what has this role and name. */
export async function click(page: Page, role: string, name: string): Promise<void> {
  await (await byRole(page, role, name)).click();
}

/** Types into a text field, in place of what it holds, and leaves it. */
export async function fill(page: Page, name: string, text: string, role = 'textbox'): Promise<void> {
  await (await byRole(page, role, name)).click({ count: 3 });
  // As pasting does: by keys, every character would cost the driver a turn of its own.
  await page.evaluate((all) => document.execCommand('insertText', false, all), text);
  await page.keyboard.press('Tab');
}

/** Waits until this text stands in the panel, or on a page without one. */
export function waitForText(page: Page, text: string | RegExp): Promise<void> {
  return vi.waitFor(async () => {
    const shown = await answered(textOf(page));
    if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) return;
    throw new Error(`No ${text} in: ${shown}`);
  }, patience);
}

/** What stands in the panel, or on a page without one. */
async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const panel = document.querySelector('calira-bookings')?.shadowRoot?.querySelector<HTMLElement>('.root');
    return (panel ?? document.body).innerText;
  });
}

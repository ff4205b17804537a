import type { ElementHandle, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { answered } from './answered.ts';
import { patience } from './firefox.ts';

/** Which elements can have these roles. Firefox takes long over its whole tree: it is asked about these alone. */
const elements = {
  button: 'button, input[type=button], input[type=submit], [role=button]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  grid: '[role=grid]',
  progressbar: 'progress, [role=progressbar]',
  region: 'section, [role=region]',
  searchbox: 'input[type=search], [role=searchbox]',
  textbox: 'input, textarea, [role=textbox]',
} as const;

export type Role = keyof typeof elements;

/**
 * The elements that are shown, can have a role and hold a name somewhere: in the panel, on a page that has one; otherwise
 * on the page. Runs in the page.
 */
function candidates(selector: string, name: string): Element[] {
  const root = document.querySelector('calira-bookings')?.shadowRoot ?? document;
  return [...root.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    const others = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => root.getElementById(id));
    const named = [element, ...others, ...((element as HTMLInputElement).labels ?? [])];
    const texts = [
      ...named.map((one) => one?.textContent),
      ...['aria-label', 'title', 'value'].map((attribute) => element.getAttribute(attribute)),
    ];
    return element.checkVisibility() && texts.some((text) => text?.includes(name));
  });
}

/** @returns everything that Firefox's accessibility tree lists under this role and name, now. */
export function allByRole(page: Page, role: Role, name: string): Promise<ElementHandle[]> {
  const found = page.evaluateHandle(candidates, elements[role], name).then(async (list) => {
    const asked = [...(await list.getProperties()).values()].map(
      async (one) => (await one.asElement()?.$$(`::-p-aria([name="${name}"][role="${role}"])`)) ?? [],
    );
    return (await Promise.all(asked)).flat() as ElementHandle[];
  });
  return answered(found);
}

/** Waits for the one element with this role and name, and answers it. */
export function byRole(page: Page, role: Role, name: string): Promise<ElementHandle> {
  return vi.waitFor(async () => {
    const found = await allByRole(page, role, name);
    const [one] = found;
    if (!one || found.length > 1) throw new Error(`${found.length} × ${role} “${name}”`);
    return one;
  }, patience);
}

/** Clicks, with the mouse, what has this role and name. */
export async function click(page: Page, role: Role, name: string): Promise<void> {
  await (await byRole(page, role, name)).click();
}

/** Types into a text field, in place of what it holds, and leaves it. */
export async function fill(page: Page, name: string, text: string, role: Role = 'textbox'): Promise<void> {
  await (await byRole(page, role, name)).click({ count: 3 });
  // As pasting does: by keys, every character would cost the driver a turn of its own.
  await page.evaluate((all) => document.execCommand('insertText', false, all), text);
  await page.keyboard.press('Tab');
}

/** What a text field holds. */
export async function entryOf(page: Page, name: string): Promise<string> {
  const field = await byRole(page, 'textbox', name);
  return field.evaluate((input) => (input as HTMLInputElement).value);
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

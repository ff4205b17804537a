import type { BrowserContext, Page } from 'playwright-core';

/** What `act` does opens Calira's window. @returns that window. */
export async function caliraWindow(context: BrowserContext, act: () => Promise<void>): Promise<Page> {
  const [window] = await Promise.all([context.waitForEvent('page'), act()]);
  await window.waitForLoadState();
  return window;
}

/** Signs in on Calira's page. */
export async function signIn(window: Page): Promise<void> {
  await window.getByLabel('Email').fill('ada.byron@example.org');
  await window.getByLabel('Password').fill('correct horse');
  await window.getByRole('button', { name: 'Sign in' }).click();
}

/** Ticks labs on Calira's authorise page and presses *Authorise*, which closes the window. */
export async function authorise(window: Page, labs: readonly string[]): Promise<void> {
  for (const name of labs) await window.getByRole('checkbox', { name }).check();
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: 'Authorise' }).click();
  await closed;
}

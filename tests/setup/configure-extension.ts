import type { BrowserContext, Page } from 'playwright-core';
import { extensionId } from '../e2e/support/chromium.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Fills one field of the options page, which saves itself, and waits until it says so. */
async function fillIn(options: Page, label: string, value: string): Promise<void> {
  const field = options.getByRole('textbox', { name: label });
  await field.fill(value);
  await field.press('Tab');
  await options.locator('.field').filter({ has: field }).getByText('Saved', { exact: true }).waitFor();
}

/** Tells the extension about the sandbox, through its options page. @returns the page, still open. */
export async function configureExtension(context: BrowserContext, sandbox: Sandbox): Promise<Page> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await fillIn(options, 'Client ID', sandbox.clients.public.id);
  await fillIn(options, 'Calira web address', sandbox.caliraWebUrl);
  await fillIn(options, 'Calira API address', sandbox.caliraApiUrl);
  await options.getByRole('textbox', { name: 'RSpace address' }).fill(sandbox.rspaceUrl);
  await options.getByRole('button', { name: 'Add', exact: true }).click();
  await options.getByText(`${new URL(sandbox.rspaceUrl).hostname} is added.`).waitFor();
  return options;
}

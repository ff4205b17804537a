import type { BrowserContext } from 'playwright-core';
import { extensionId } from './chromium.ts';

/** What a person enters on the options page. */
export interface Configuration {
  clientId: string;
  clientSecret?: string;
  caliraWebUrl: string;
  caliraApiUrl: string;
  rspaceUrls: readonly string[];
}

/** Configures the extension through its options page, as a person does. */
export async function configure(context: BrowserContext, configuration: Configuration): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const fields = {
    'Client ID': configuration.clientId,
    'Calira web address': configuration.caliraWebUrl,
    'Calira API address': configuration.caliraApiUrl,
    ...(configuration.clientSecret ? { 'Client secret': configuration.clientSecret } : {}),
  };
  for (const [name, value] of Object.entries(fields)) {
    const field = page.getByRole('textbox', { name });
    await field.fill(value);
    await field.blur();
    await page.getByText('Saved', { exact: true }).waitFor();
  }
  for (const url of configuration.rspaceUrls) {
    await page.getByRole('textbox', { name: 'RSpace address' }).fill(url);
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: `Remove ${new URL(url).hostname}` }).waitFor();
  }
  await page.close();
}

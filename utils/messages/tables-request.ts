import { browser } from 'wxt/browser';
import { CodedError } from './failure.ts';

/** What a panel says when it needs the script that makes tables (`tables-server.ts`). */
export const tablesRequest = { bring: 'tables' } as const;

/**
 * Has the background put that script into this page.
 * @throws {CodedError} `extensionUpdated`, or `insertFailed` where it does not come.
 */
export async function bringTables(): Promise<void> {
  // After an update or a removal of the extension its old content scripts live on without an id.
  if (!browser.runtime?.id) throw new CodedError('extensionUpdated');
  const brought: unknown = await browser.runtime.sendMessage(tablesRequest).catch(() => false);
  if (brought !== true) throw new CodedError('insertFailed', { detail: 'script of tables' });
}

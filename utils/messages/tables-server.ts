import * as v from 'valibot';
import type { Browser } from 'wxt/browser';
import { tablesRequest } from './tables-request.ts';

const request = v.strictObject({ bring: v.literal(tablesRequest.bring) });

/**
 * @param mayAsk whether a sender is a panel on a page where the extension is enabled.
 * @param bring puts the script that makes tables into a tab.
 * @returns what to do with a message: the answer says whether the script is there. Messages of another kind are left
 *   unanswered.
 */
export function createTablesServer(
  mayAsk: (sender: Browser.runtime.MessageSender) => Promise<boolean>,
  bring: (tabId: number) => Promise<void>,
) {
  async function serve(sender: Browser.runtime.MessageSender): Promise<boolean> {
    const tabId = sender.tab?.id;
    if (tabId === undefined || !(await mayAsk(sender))) return false;
    await bring(tabId);
    return true;
  }
  return (message: unknown, sender: Browser.runtime.MessageSender): Promise<boolean> | undefined =>
    v.is(request, message) ? serve(sender).catch(() => false) : undefined;
}

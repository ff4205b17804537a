import { browser } from 'wxt/browser';

/** The popup's question to the panel's script in a tab, put by the background: is a text field open for editing? */
export const fieldQuestion = { ask: 'field' } as const;

/** @returns whether a text field is open in a tab; null where no script of ours is there to tell. */
export async function askForField(tabId: number): Promise<boolean | null> {
  const answer: unknown = await browser.tabs.sendMessage(tabId, fieldQuestion).catch(() => null);
  return typeof answer === 'boolean' ? answer : null;
}

import { browser } from 'wxt/browser';
import type { Connection } from './connection.ts';

/** Shows on the toolbar button that the person is wanted: a red mark when the authorisation has expired. */
export async function showBadge({ state }: Connection): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#a3231c' });
  await browser.action.setBadgeText({ text: state === 'expired' ? '!' : '' });
}

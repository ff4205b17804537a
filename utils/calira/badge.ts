import { browser } from 'wxt/browser';
import type { Connection } from './connection.ts';

/**
 * Shows on the toolbar button that the person is wanted: a red mark when the authorisation has expired.
 *
 * @param title the same in words, for every state: the button's tooltip, and what a screen reader says.
 */
export async function showBadge({ state }: Connection, title: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#a3231c' });
  await browser.action.setBadgeText({ text: state === 'expired' ? '!' : '' });
  await browser.action.setTitle({ title });
}

import type { Signal } from '@preact/signals';
import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';

/** @returns whether the browser lets the extension reach the hosts of a match pattern now. */
export function mayReach(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Calls `listener` when a permission was granted or taken away, also in the browser's own settings. */
export function onAccessChange(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

/** Whether a match pattern may be reached, kept up to date for as long as the page lives. */
export async function accessSignal(pattern: string): Promise<Signal<boolean>> {
  const granted = signal(await mayReach(pattern));
  onAccessChange(async () => {
    granted.value = await mayReach(pattern);
  });
  return granted;
}

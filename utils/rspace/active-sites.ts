import { browser } from 'wxt/browser';
import { isSwitchedOff } from '../settings/managed.ts';
import type { ActiveSites } from '../site-pattern.ts';
import { enabledSites, excludedSites } from './sites.ts';

/** @returns where the extension works now: enabled, granted by the browser, and not switched off by the institution. */
export async function activeSites(): Promise<ActiveSites> {
  if (await isSwitchedOff()) return { sites: [], excluded: [] };
  const [sites, excluded] = await Promise.all([enabledSites.get(), excludedSites.get()]);
  const answers = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: [site] })));
  return { sites: sites.filter((_, index) => answers[index]), excluded };
}

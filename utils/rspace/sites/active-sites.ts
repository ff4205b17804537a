import { browser } from 'wxt/browser';
import { isSwitchedOff } from '../../settings/managed.ts';
import type { ActiveSites } from '../../site-pattern.ts';
import { isOnSite } from '../../site-pattern.ts';
import { enabledSites, excludedSites } from './sites.ts';

/** @returns where the extension works now: enabled, granted by the browser, and not switched off by the institution. */
export async function activeSites(): Promise<ActiveSites> {
  // Side by side: every panel that opens waits for this.
  const [off, sites, excluded] = await Promise.all([
    isSwitchedOff(),
    enabledSites.get(),
    excludedSites.get(),
  ]);
  if (off) return { sites: [], excluded: [] };
  const granted = await Promise.all(sites.map(grantedOf));
  return { sites: [...new Set(granted.flat())], excluded };
}

/** @returns what the browser grants of a site: where its settings took RSpace's cloud away, perhaps single hosts of it. */
async function grantedOf(site: string): Promise<string[]> {
  if (await browser.permissions.contains({ origins: [site] })) return [site];
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => isOnSite(origin, [site]));
}

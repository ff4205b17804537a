/** The RSpace servers on which the extension is enabled: the one list behind permissions, registrations and popup. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { hostPattern } from '../settings/address.ts';
import { caliraSettings } from '../settings/calira-settings.ts';
import { storedItem } from '../settings/stored-item.ts';

const pattern = v.pipe(v.string(), v.regex(/^https?:\/\/((\*\.)?[^/:*]+|\[[\da-f:.]+\])\/\*$/));

/** RSpace's own cloud, reached by every installation. */
const builtIn = ['https://*.researchspace.com/*'];

/** Match patterns without ports, such as `https://rspace.ntnu.no/*`. */
export const enabledSites = storedItem('local:rspaceSites', v.array(pattern), builtIn);

/** @returns whether a pattern is one that nobody can take off the list. */
export function isBuiltIn(site: string): boolean {
  return builtIn.includes(site);
}

/** @returns the host in a pattern, as people read it: `rspace.ntnu.no`, `*.researchspace.com`. */
export function hostOfSite(site: string): string {
  return site.replace(/^.*:\/\//, '').replace(/\/\*$/, '');
}

/** @returns whether `url` is on one of the sites. */
export function isOnSite(url: string, patterns: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return patterns.some((site) => {
    const host = hostOfSite(site);
    if (!site.startsWith(`${protocol}//`)) return false;
    return host.startsWith('*.')
      ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
      : hostname === host;
  });
}

/**
 * Enables the extension on the host of an address. To be called first of all in a click's handler: a browser asks
 * for a permission only while it handles the click.
 *
 * @returns `known` where it was enabled before, `refused` where the person or the browser did not allow it.
 */
export async function enableSite(address: string): Promise<'enabled' | 'known' | 'refused'> {
  const site = hostPattern(address);
  // The request fails where the browser knows from the start that it would never grant it.
  const granted = await browser.permissions.request({ origins: [site] }).catch(() => false);
  if (!granted) return 'refused';
  const sites = await enabledSites.get();
  if (isOnSite(address, sites)) return 'known';
  await enabledSites.set([...sites, site]);
  return 'enabled';
}

/** Takes a site off the list and gives its permission back, unless Calira lives on the same host. */
export async function disableSite(site: string): Promise<void> {
  const sites = await enabledSites.get();
  await enabledSites.set(sites.filter((one) => one !== site));
  const { webUrl, apiUrl } = await caliraSettings.get();
  if (isOnSite(webUrl, [site]) || isOnSite(apiUrl, [site])) return;
  // What every installation requires cannot be given back, and need not be.
  await browser.permissions.remove({ origins: [site] }).catch(() => false);
}

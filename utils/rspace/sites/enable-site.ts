/** Enabling and disabling the extension on a host: what a click does, and what the background does after it. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { hostPattern } from '../../settings/address.ts';
import { caliraSettings } from '../../settings/calira-settings.ts';
import { storedItem } from '../../settings/stored-item.ts';
import { isOnSite } from '../../site-pattern.ts';
import { builtInSites, enabledSites, excludedSites, siteAddresses } from './sites.ts';

/** Sites for which a person is being asked, with the addresses at which they are to be enabled. */
const wantedSites = storedItem('session:wantedSites', v.record(v.string(), v.string()), {});

/** One change at a time, in whatever page or worker it is made: each reads what the one before has written. */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  return navigator.locks.request('sites', change);
}

/**
 * Enables the extension on the host of an address. To be called first of all in a click's handler: a browser asks
 * for a permission only while it handles the click.
 *
 * @returns `known` where it was enabled before, `refused` where the person or the browser did not allow it.
 */
export async function enableSite(address: string): Promise<'enabled' | 'known' | 'refused'> {
  // The request fails where the browser knows from the start that it would never grant it.
  const asked = browser.permissions.request({ origins: [hostPattern(address)] }).catch(() => false);
  const known = await isEnabled(address);
  // A popup may be closed when the browser asks, and this with it: then the background goes by what was wanted.
  await want(address);
  const granted = await asked;
  if (granted) await addSite(address);
  await forgetWanted(hostPattern(address));
  if (!granted) return 'refused';
  return known ? 'known' : 'enabled';
}

/** Background: lists the sites that a person was asked about and that the browser has granted now. */
export async function adoptWantedSites(): Promise<void> {
  for (const [site, address] of Object.entries(await wantedSites.get())) {
    if (!(await browser.permissions.contains({ origins: [site] }))) continue;
    await addSite(address);
    await forgetWanted(site);
  }
}

/**
 * Disables the extension on a site: takes it off the list, or records an exclusion where another site covers it; and
 * gives its permission back, unless Calira lives on the same host.
 */
export async function disableSite(site: string): Promise<void> {
  await inTurn(async () => {
    // What is built in stays on the list whatever is stored.
    const kept = (await enabledSites.get()).filter((one) => one !== site || builtInSites.includes(one));
    await enabledSites.set(kept);
    const excluded = await excludedSites.get();
    if (isOnSite(site, kept) && !excluded.includes(site)) await excludedSites.set([...excluded, site]);
  });
  const { webUrl, apiUrl } = await caliraSettings.get();
  if (isOnSite(webUrl, [site]) || isOnSite(apiUrl, [site])) return;
  // What every installation requires cannot be given back, and need not be.
  await browser.permissions.remove({ origins: [site] }).catch(() => false);
}

async function isEnabled(address: string): Promise<boolean> {
  const [sites, excluded] = await Promise.all([enabledSites.get(), excludedSites.get()]);
  return isOnSite(address, sites) && !isOnSite(address, excluded);
}

/** Puts the host of an address on the list, whether or not the browser has granted it. */
export function addSite(address: string): Promise<void> {
  return inTurn(async () => {
    await siteAddresses.set({
      ...(await siteAddresses.get()),
      [hostPattern(address)]: new URL('/', address).href,
    });
    const sites = await enabledSites.get();
    if (!isOnSite(address, sites)) await enabledSites.set([...sites, hostPattern(address)]);
    const excluded = await excludedSites.get();
    const left = excluded.filter((one) => !isOnSite(address, [one]));
    if (left.length < excluded.length) await excludedSites.set(left);
  });
}

function want(address: string): Promise<void> {
  return inTurn(async () => {
    await wantedSites.set({ ...(await wantedSites.get()), [hostPattern(address)]: address });
  });
}

function forgetWanted(site: string): Promise<void> {
  return inTurn(async () => {
    const { [site]: _, ...left } = await wantedSites.get();
    await wantedSites.set(left);
  });
}

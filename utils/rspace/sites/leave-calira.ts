import { browser } from 'wxt/browser';
import { hostPattern } from '../../settings/address.ts';
import type { CaliraSettings } from '../../settings/calira-settings.ts';
import { caliraSettings, chosenCaliraSettings } from '../../settings/calira-settings.ts';
import { isOnSite } from '../../site-pattern.ts';
import { enabledSites } from './sites.ts';

const addressesOf = ({ webUrl, apiUrl }: CaliraSettings) => [webUrl, apiUrl];

/**
 * Gives back the access to the hosts of a Calira that the extension talks to no more, unless it is needed all the same:
 * by another setting, also one that a policy only overlays, or because an RSpace lives there.
 */
export async function leaveCalira(former: CaliraSettings): Promise<void> {
  const [now, chosen, sites] = await Promise.all([
    caliraSettings.get(),
    chosenCaliraSettings.get(),
    enabledSites.get(),
  ]);
  const needed = [...sites, ...[now, chosen].flatMap(addressesOf).map(hostPattern)];
  const left = addressesOf(former).filter((address) => !isOnSite(address, needed));
  for (const origin of new Set(left.map(hostPattern))) {
    // What every installation requires cannot be given back, and need not be.
    await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  }
}

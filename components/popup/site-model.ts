import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { enabledSites, isBuiltIn, isOnSite } from '../../utils/rspace/sites.ts';
import { caliraSettings } from '../../utils/settings/calira-settings.ts';
import { accessSignal, mayReach } from '../ui/host-access.ts';
import { storedSignal } from '../ui/stored-signal.ts';
import { siteOf } from './site.ts';

export type SiteModel = Awaited<ReturnType<typeof createSiteModel>>;

/** The page that the popup was opened on, and whether the extension works there. */
export async function createSiteModel(address: string | undefined) {
  const site = siteOf(address);
  const pattern = site.kind === 'web' ? site.pattern : null;
  const [sites, granted] = await Promise.all([
    storedSignal(enabledSites),
    pattern ? accessSignal(pattern) : signal(false),
  ]);
  const listed = computed(() => (site.kind === 'web' ? sites.value.filter((one) => isOnSite(site.url, [one])) : []));
  /** Whether the person refused the browser's question. */
  const refused = signal(false);

  async function enable(): Promise<void> {
    if (!pattern) return;
    // First of all: a browser asks only while it still handles the click.
    const asked = browser.permissions.request({ origins: [pattern] });
    refused.value = false;
    // The request fails where a browser knows from the start that it would never grant it.
    granted.value = await asked.catch(() => false);
    refused.value = !granted.value;
    if (granted.value && listed.value.length === 0) await enabledSites.set([...(await enabledSites.get()), pattern]);
  }

  async function disable(): Promise<void> {
    if (!pattern) return;
    const own = listed.value.filter((one) => !isBuiltIn(one));
    await enabledSites.set((await enabledSites.get()).filter((one) => !own.includes(one)));
    // Calira may live on the same host. What every installation requires cannot be given back, and need not be.
    const { webUrl, apiUrl } = await caliraSettings.get();
    if (![webUrl, apiUrl].some((url) => isOnSite(url, [pattern]))) {
      await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
    }
    granted.value = await mayReach(pattern);
  }

  return {
    site,
    enabled: computed(() => granted.value && listed.value.length > 0),
    /** RSpace's own cloud cannot be taken off the list. */
    builtIn: computed(() => listed.value.some(isBuiltIn)),
    refused,
    enable,
    disable,
  };
}

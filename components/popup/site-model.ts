import { computed, signal } from '@preact/signals';
import { disableSite, enabledSites, enableSite, isBuiltIn, isOnSite } from '../../utils/rspace/sites.ts';
import { accessSignal, mayReach } from '../ui/host-access.ts';
import { storedSignal } from '../ui/stored-signal.ts';
import type { SiteState } from './set-up-steps.ts';
import { looksLikeRSpace, siteOf } from './site.ts';

export type SiteModel = Awaited<ReturnType<typeof createSiteModel>>;

/**
 * The page that the popup was opened on, and whether the extension works there.
 *
 * @param address the page's address, as far as the browser tells it.
 */
export async function createSiteModel(address: string | undefined) {
  const site = siteOf(address);
  const pattern = site.kind === 'web' ? site.pattern : null;
  const [sites, granted] = await Promise.all([
    storedSignal(enabledSites),
    pattern ? accessSignal(pattern) : signal(false),
  ]);
  /** The entries of the list that cover this page. */
  const listed = computed(() =>
    site.kind === 'web' ? sites.value.filter((one) => isOnSite(site.url, [one])) : [],
  );
  /** Whether the latest request for access was refused. */
  const refused = signal(false);

  async function enable(): Promise<void> {
    if (site.kind !== 'web') return;
    const outcome = await enableSite(site.url);
    refused.value = outcome === 'refused';
    granted.value = await mayReach(site.pattern);
  }

  async function disable(): Promise<void> {
    for (const one of listed.value.filter((one) => !isBuiltIn(one))) await disableSite(one);
  }

  const enabled = computed(() => granted.value && listed.value.length > 0);

  return {
    site,
    enabled,
    state: computed<SiteState>(() => {
      if (enabled.value) return 'enabled';
      return site.kind === 'web' && looksLikeRSpace(site.url) ? 'notEnabled' : 'other';
    }),
    /** RSpace's own cloud stays on the list. */
    builtIn: computed(() => listed.value.some(isBuiltIn)),
    refused,
    enable,
    disable,
  };
}

import type { Signal } from '@preact/signals';
import { signal } from '@preact/signals';
import { offeredSites } from '../../utils/rspace/sites/offered-sites.ts';
import { enabledSites, excludedSites } from '../../utils/rspace/sites/sites.ts';
import { onPolicyChange } from '../../utils/settings/managed.ts';
import { onAccessChange } from './host-access.ts';

/** Addresses of the institution's RSpace servers that wait for a click, kept up to date for as long as the page lives. */
export async function offeredSitesSignal(): Promise<Signal<string[]>> {
  const offered = signal(await offeredSites());
  const lookAgain = async () => {
    offered.value = await offeredSites();
  };
  onAccessChange(lookAgain);
  onPolicyChange(lookAgain);
  enabledSites.watch(lookAgain);
  excludedSites.watch(lookAgain);
  return offered;
}

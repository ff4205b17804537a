import type { Signal } from '@preact/signals';
import { signal } from '@preact/signals';
import { hostPattern } from '../../utils/settings/address.ts';
import { caliraSettings } from '../../utils/settings/calira-settings.ts';
import { mayReach, onAccessChange } from './host-access.ts';

/**
 * Match patterns of Calira's addresses that the browser does not let the extension reach (yet): a policy or a person has
 * named another Calira, or the browser's settings took the access away. Kept up to date for as long as the page lives.
 */
export async function caliraOutOfReach(): Promise<Signal<string[]>> {
  const outOfReach = signal(await findOut());
  const lookAgain = async () => {
    outOfReach.value = await findOut();
  };
  onAccessChange(lookAgain);
  caliraSettings.watch(lookAgain);
  return outOfReach;
}

async function findOut(): Promise<string[]> {
  const { webUrl, apiUrl } = await caliraSettings.get();
  const patterns = [...new Set([webUrl, apiUrl].map(hostPattern))];
  const reachable = await Promise.all(patterns.map(mayReach));
  return patterns.filter((_, index) => !reachable[index]);
}

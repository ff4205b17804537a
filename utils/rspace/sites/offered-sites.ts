import { managedSettings } from '../../settings/managed.ts';
import { isActive } from '../../site-pattern.ts';
import { activeSites } from './active-sites.ts';

/**
 * @returns the addresses of the RSpace servers that the institution's policy names and on which the extension does not
 *   work yet. A policy cannot grant a host: that takes one click of the person's.
 */
export async function offeredSites(): Promise<string[]> {
  const [{ rspaceUrls = [], enabled }, active] = await Promise.all([managedSettings(), activeSites()]);
  return enabled === false ? [] : rspaceUrls.filter((address) => !isActive(address, active));
}

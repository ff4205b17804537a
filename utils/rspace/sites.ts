/** The RSpace servers on which the extension is enabled: the one list behind permissions, registrations and popup. */
import * as v from 'valibot';
import { storedItem } from '../settings/stored-item.ts';

const pattern = v.pipe(v.string(), v.regex(/^https?:\/\/(\*\.)?[^/:*]+\/\*$/));

/** RSpace's own cloud, reached by every installation. */
const builtIn = ['https://*.researchspace.com/*'];

/** Match patterns without ports, such as `https://rspace.ntnu.no/*`. */
export const enabledSites = storedItem('local:rspaceSites', v.array(pattern), builtIn);

/** @returns whether a pattern is one that nobody can take off the list. */
export function isBuiltIn(site: string): boolean {
  return builtIn.includes(site);
}

/** @returns whether `url` is on one of the sites. */
export function isOnSite(url: string, patterns: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return patterns.some((site) => {
    const [scheme, rest] = site.split('://');
    const host = rest?.replace('/*', '') ?? '';
    if (`${scheme}:` !== protocol) return false;
    return host.startsWith('*.')
      ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
      : hostname === host;
  });
}

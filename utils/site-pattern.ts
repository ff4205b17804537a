/** Sites as match patterns without ports, such as `https://rspace.ntnu.no/*` or `https://*.researchspace.com/*`. */

/** The RSpace servers on which the extension works at this moment. */
export interface ActiveSites {
  sites: readonly string[];
  /** Hosts among them on which it was disabled. */
  excluded: readonly string[];
}

/** @returns the host in a pattern, as people read it: `rspace.ntnu.no`, `*.researchspace.com`. */
export function hostOfSite(site: string): string {
  return site.replace(/^.*:\/\//, '').replace(/\/\*$/, '');
}

/** @returns whether `url` is on one of the sites. */
export function isOnSite(url: string, sites: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return sites.some((site) => {
    const host = hostOfSite(site);
    if (!site.startsWith(`${protocol}//`)) return false;
    return host.startsWith('*.')
      ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
      : hostname === host;
  });
}

/** @returns whether the extension works at `url`. */
export function isActive(url: string, { sites, excluded }: ActiveSites): boolean {
  return isOnSite(url, sites) && !isOnSite(url, excluded);
}

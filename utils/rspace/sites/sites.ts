/** The RSpace servers on which the extension is enabled: the one list behind permissions, registrations and popup. */
import * as v from 'valibot';
import { hostPattern } from '../../settings/address.ts';
import { readBuildTime } from '../../settings/build-time.ts';
import { storedItem } from '../../settings/stored-item.ts';

const pattern = v.pipe(v.string(), v.regex(/^https?:\/\/((\*\.)?[^/:*]+|\[[\da-f:.]+\])\/\*$/));

const { rspaceUrls } = readBuildTime(import.meta.env);

/** Reached by every installation: RSpace's own cloud, and what this build was made for. */
export const builtInSites: readonly string[] = [
  'https://*.researchspace.com/*',
  ...rspaceUrls.map(hostPattern),
];

/** Match patterns without ports. What is built in belongs to it whatever is stored. */
export const enabledSites = storedItem(
  'local:rspaceSites',
  v.pipe(
    v.array(pattern),
    v.transform((sites) => [...new Set([...builtInSites, ...sites])]),
  ),
  [...builtInSites],
);

/** Hosts on which the extension was disabled although a site of the list covers them, as patterns. */
export const excludedSites = storedItem('local:excludedSites', v.array(pattern), []);

const builtInAddresses = Object.fromEntries(
  rspaceUrls.map((url) => [hostPattern(url), new URL('/', url).href]),
);

/** The address at which a site was enabled or built in, by its pattern: a pattern knows no port. */
export const siteAddresses = storedItem(
  'local:siteAddresses',
  v.pipe(
    v.record(pattern, v.string()),
    v.transform((addresses) => ({ ...builtInAddresses, ...addresses })),
  ),
  builtInAddresses,
);

import { parseAddress } from './address.ts';

/** What an institution that builds its own extension has built in. */
export interface BuildTime {
  clientId: string;
  webUrl: string;
  apiUrl: string;
  /** RSpace servers that the extension reaches without a click: their hosts are required. */
  rspaceUrls: string[];
}

/**
 * Reads the environment variables of a build: `WXT_CALIRA_CLIENT_ID`, `WXT_CALIRA_WEB_URL`, `WXT_CALIRA_API_URL`, and
 * `WXT_RSPACE_URLS`, addresses divided by commas or blanks.
 *
 * @throws {Error} where an address cannot be used, so that the build fails and not somebody's morning.
 */
export function readBuildTime(environment: Record<string, unknown>): BuildTime {
  const value = (name: string) => String(environment[name] ?? '').trim();
  const address = (name: string, written: string) => {
    const parsed = parseAddress(written);
    if (!parsed) throw new Error(`${name}: “${written}” is no https address.`);
    return parsed;
  };
  const one = (name: string, usual: string) => address(name, value(name) || usual);
  return {
    clientId: value('WXT_CALIRA_CLIENT_ID'),
    webUrl: one('WXT_CALIRA_WEB_URL', 'https://app.clustermarket.com/'),
    apiUrl: one('WXT_CALIRA_API_URL', 'https://api.clustermarket.com/v1/'),
    rspaceUrls: value('WXT_RSPACE_URLS')
      .split(/[\s,]+/)
      .filter((written) => written !== '')
      .map((written) => address('WXT_RSPACE_URLS', written)),
  };
}

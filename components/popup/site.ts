import { isDocumentPath } from '../../utils/rspace/sites/document-page.ts';
import { hostPattern, isLoopback } from '../../utils/settings/address.ts';

/** What the popup can say about the address of the page that it was opened on. */
type Site =
  /** The browser's own pages, files, the extension's options: nothing that could be an RSpace. */
  | { kind: 'none' }
  /** Reached over http, where anybody in between could read along. */
  | { kind: 'insecure'; host: string }
  | { kind: 'web'; host: string; url: string; pattern: string };

/** @param address the address of a tab, as far as the browser tells it. */
export function siteOf(address: string | undefined): Site {
  if (!address || !URL.canParse(address)) return { kind: 'none' };
  const url = new URL(address);
  const host = url.hostname;
  if (url.protocol === 'http:' && !isLoopback(url)) return { kind: 'insecure', host };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { kind: 'none' };
  return { kind: 'web', host, url: url.href, pattern: hostPattern(url.href) };
}

/** @returns whether an address is likely to be an RSpace's: one worth asking the person to enable. */
export function looksLikeRSpace(address: string): boolean {
  const { hostname, pathname } = new URL(address);
  return (
    /rspace|researchspace/.test(hostname) || /^\/workspace(\/|$)/.test(pathname) || isDocumentPath(pathname)
  );
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** What a host's name is made of once it was read (IDNs are punycode then): Chromium lets `%20` and `*` pass too. */
const hostName = /^(?:[\w-]+(?:\.[\w-]+)*\.?|\[[\da-f:.]+\])$/;

/** @returns whether `url` never leaves this computer, so that it may do without https. */
export function isLoopback(url: URL): boolean {
  return loopback.has(url.hostname);
}

/**
 * Reads an address that a person or a policy has given.
 *
 * @returns its normal form, ending in a slash, or null where it is no address or not https (loopback excepted).
 */
export function parseAddress(text: string): string | null {
  const written = text.trim();
  if (!written) return null;
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  if (!secure || url.username || url.password || !hostName.test(url.hostname)) return null;
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}

/**
 * The host permission that reaches an address. Firefox refuses match patterns with a port
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns), so there is none in it.
 */
export function hostPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

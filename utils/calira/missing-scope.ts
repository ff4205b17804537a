/** What Calira says about a request that it forbids, where the permission is what is missing. */

const prefix = 'scope ';

/**
 * @param challenge the `WWW-Authenticate` header of a 403. Doorkeeper names the scope in the description only;
 *   RFC 6750 (section 3) has an attribute for it.
 * @returns the scope that the access token lacks, or null where the header names none.
 */
export function missingScope(challenge: string | null): string | null {
  const [, attribute] = /\bscope="([\w.:-]+)[ "]/.exec(challenge ?? '') ?? [];
  const [, described] = /\brequires scope \\?"([\w.:-]+)\\?"/.exec(challenge ?? '') ?? [];
  return attribute ?? described ?? null;
}

/** @returns a failure's detail that names a scope. */
export const scopeDetail = (scope: string): string => prefix + scope;

/** @returns the scope that a failure's detail names, or null. */
export function scopeOf(detail: string | undefined): string | null {
  return detail?.startsWith(prefix) ? detail.slice(prefix.length) : null;
}

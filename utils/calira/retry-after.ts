/** How long to wait where Calira asks to wait but does not say how long (milliseconds). */
const unsaid = 10_000;
const longest = 60 * 60_000;

/**
 * Reads a `Retry-After` header (RFC 9110, 10.2.3): seconds or a date.
 * @returns milliseconds from now, between one second and one hour whatever the header claims.
 */
export function parseRetryAfter(header: string | null, now = Date.now()): number {
  const text = header?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? unsaid : Math.min(Math.max(wait, 1000), longest);
}

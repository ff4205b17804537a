/** How long to wait where Calira asks to wait but does not say how long (milliseconds). */
const unsaid = 10_000;
const longest = 60 * 60_000;

/** `Mon, 23 Nov 2026 14:05:30 GMT`: what else `Date.parse` understands (`-5`) nobody means as a date. */
const dateOf = (text: string | null) =>
  text && /^[A-Z][a-z]{2},? .*GMT$/.test(text) ? Date.parse(text) : Number.NaN;

/**
 * Reads how long an answer asks to wait (`Retry-After`, RFC 9110, 10.2.3): seconds or a date.
 * A date is Calira's, so it is compared with Calira's clock where the answer tells that: a computer's may be years off.
 * @returns milliseconds from now, between one second and one hour whatever the header claims.
 */
export function retryAfterOf(headers: Headers, now = Date.now()): number {
  const text = headers.get('retry-after')?.trim() ?? '';
  const sent = dateOf(headers.get('date'));
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : dateOf(text) - (Number.isNaN(sent) ? now : sent);
  return Number.isNaN(wait) ? unsaid : Math.min(Math.max(wait, 1000), longest);
}

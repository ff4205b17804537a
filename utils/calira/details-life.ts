/** Details that were read after the booking had ended hardly change any more (milliseconds). */
const settled = 7 * 86_400_000;
/** Those of a booking to come are read again the next time that somebody looks, but not at every look. */
const coming = 10 * 60_000;

/**
 * @param end when the booking ends, ISO 8601.
 * @param readAt when its details were read, and `now`, in milliseconds since the epoch.
 * @returns whether the details are so old that they are to be read again before anybody relies on them.
 */
export function areDue(end: string, readAt: number, now: number): boolean {
  // The clock was ahead when they were read, and has been put right since: nobody knows how old they are.
  if (readAt > now) return true;
  return now - readAt > (readAt > Date.parse(end) ? settled : coming);
}

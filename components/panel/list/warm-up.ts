import { numberText } from '../../../utils/bookings/number-text.ts';
import { dayOf, formatPeriod } from '../../../utils/bookings/time.ts';
import { displayLocale, ownZone } from '../locale.ts';

/**
 * Has the browser load what it needs for dates, times and numbers, as it does at their first use: 60 ms that would stand
 * between the first rows and who waits for them. To be called while the background is being waited for.
 */
export function warmUp(): void {
  const [zone, locale, now] = [ownZone(), displayLocale(), new Date().toISOString()];
  formatPeriod({ start: now, end: now, timeZone: zone }, locale, zone, dayOf(now, zone));
  numberText(1_000, locale);
}

import { numberText } from '../../../utils/bookings/number-text.ts';
import { dayOf, formatDay, formatDuration, formatPeriod } from '../../../utils/bookings/time.ts';
import { displayLocale, ownZone } from '../locale.ts';

/**
 * Has the browser load what it needs for dates, times and numbers, as it does at their first use: 60 ms that would stand
 * between the first rows and who waits for them. To be called while the background is being waited for.
 */
export function warmUp(): void {
  const [zone, locale, now] = [ownZone(), displayLocale(), new Date()];
  const period = { start: now.toISOString(), end: now.toISOString(), timeZone: zone };
  formatPeriod(period, locale, zone, dayOf(period.start, zone));
  formatDay(dayOf(period.start, zone), now.getTime(), locale);
  formatDuration(90, locale);
  numberText(1_000, locale);
}

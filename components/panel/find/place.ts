import { displayLocale, ownZone } from '../locale.ts';
import type { Place } from './find-model.ts';

/** Newer than TypeScript's libraries: a method in Chromium and Firefox, a property in older Chromium. */
interface WithWeek {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** The first day of a week; Monday where the browser does not know. */
function weekStart(): number {
  const week = new Intl.Locale(displayLocale()) as unknown as WithWeek;
  return (week.getWeekInfo?.() ?? week.weekInfo)?.firstDay ?? 1;
}

/**
 * @returns the person's zone, language and week. Each is found out when somebody asks: on a page where the panel is not
 *   opened nobody does, and the browser needs 20 ms for it.
 */
export function ownPlace(): Place {
  let known: number | null = null;
  return {
    get zone() {
      return ownZone();
    },
    get locale() {
      return displayLocale();
    },
    get weekStart() {
      known ??= weekStart();
      return known;
    },
  };
}

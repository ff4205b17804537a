import type { Place } from './find-model.ts';
import { displayLocale, ownZone } from './locale.ts';

/** Newer than TypeScript's libraries: a method in Chromium and Firefox, a property in older Chromium. */
interface WithWeek {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** @returns the person's zone, language and week; a week begins on Monday where the browser does not know. */
export function ownPlace(): Place {
  const locale = displayLocale();
  const week = new Intl.Locale(locale) as unknown as WithWeek;
  const { firstDay = 1 } = week.getWeekInfo?.() ?? week.weekInfo ?? {};
  return { zone: ownZone(), locale, weekStart: firstDay };
}

/** Calendar days (`2026-11-23`), which are the same length only in a calendar: clocks change. */
import { dayOf } from './time.ts';

const hour = 3_600_000;
const minute = 60_000;

/** @returns the day `count` days later, or earlier. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** @returns what a day is called, seen from today: by the calendar, as not every day has 24 hours. */
export function nameOfDay(day: string, today: string): 'today' | 'yesterday' | 'tomorrow' | null {
  if (day === today) return 'today';
  if (day === addDays(today, -1)) return 'yesterday';
  return day === addDays(today, 1) ? 'tomorrow' : null;
}

/**
 * @returns the instant at which a day begins in a zone, in milliseconds since the epoch. Found by bisection: where
 * the clocks change at midnight, a day begins at one o'clock.
 */
export function startOfDay(day: string, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // The zones of the world lie between UTC-12 and UTC+14.
  let before = utc - 15 * hour;
  let after = utc + 13 * hour;
  while (after - before > minute) {
    const middle = before + Math.floor((after - before) / 2 / minute) * minute;
    if (dayOf(middle, timeZone) < day) before = middle;
    else after = middle;
  }
  return after;
}

/** A span of days, both included; an open end is null. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

/** @returns the span with another first or last day; the other end is taken along where it would come on the wrong side. */
export function withEnd(range: DayRange, end: keyof DayRange, day: string | null): DayRange {
  const moved = { ...range, [end]: day };
  const { from, to } = moved;
  return from !== null && to !== null && to < from ? { from: day, to: day } : moved;
}

export const presets = ['today', 'yesterday', 'thisWeek', 'last30Days'] as const;
export type Preset = (typeof presets)[number];

/** What a person has chosen: a span that moves along with today, or fixed days. */
export type Period = { preset: Preset } | DayRange;

/** @param weekStart the first day of a week: 1 is Monday, 7 is Sunday. */
export function rangeOf(period: Period, today: string, weekStart: number): DayRange {
  if (!('preset' in period)) return period;
  switch (period.preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'thisWeek': {
      const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
      const from = addDays(today, -((weekday - weekStart + 7) % 7));
      return { from, to: addDays(from, 6) };
    }
    case 'last30Days':
      return { from: addDays(today, -29), to: today };
  }
}

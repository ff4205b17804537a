/** When a booking is, in words: always with its zone, by `Intl` throughout. Times go in as ISO 8601 with an offset. */

import { numberText } from './number-text.ts';

/** What is needed to say when a booking is. `timeZone` is the lab's, once it is known. */
export interface Period {
  start: string;
  end: string;
  timeZone: string | null;
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const date = { day: 'numeric', month: 'short' } as const;
const zone = { timeZoneName: 'short' } as const;

/** @returns the lab's zone or, until it is known, the UTC offset that Calira gave (`+01:00`). */
export function zoneOf({ start, timeZone }: Period): string {
  if (timeZone) return timeZone;
  const offset = /([+-]\d\d):?(\d\d)$/.exec(start);
  return offset ? `${offset[1]}:${offset[2]}` : 'UTC';
}

/** Formatters are slow to make and the same for most rows. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

const utcDay = 86_400_000;
const offsets = new Map<string, number>();

/** @returns how far a zone is ahead of UTC when a day of UTC begins (milliseconds). */
function offsetAt(day: number, timeZone: string): number {
  const key = `${day} ${timeZone}`;
  const before = offsets.get(key);
  if (before !== undefined) return before;
  // Sweden writes its dates in ISO 8601.
  const format = formatter('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const wallClock = format.format(new Date(day * utcDay));
  const offset = Date.parse(`${wallClock.replace(' ', 'T')}Z`) - day * utcDay;
  offsets.set(key, offset);
  return offset;
}

/** @returns the calendar day (`2026-11-23`) of an instant in a zone. */
export function dayOf(time: string | number, timeZone: string): string {
  const instant = new Date(time);
  const day = Math.floor(instant.getTime() / utcDay);
  // `Intl` takes long for a list of thousands: it is asked once a day, and on days on which clocks change each time.
  const offset = offsetAt(day, timeZone);
  if (offset !== offsetAt(day + 1, timeZone)) return formatter('sv-SE', { timeZone }).format(instant);
  return new Date(instant.getTime() + offset).toISOString().slice(0, 10);
}

function zoneName(time: string, timeZone: string): string | undefined {
  const parts = formatter('en', { timeZone, ...zone }).formatToParts(new Date(time));
  return parts.find(({ type }) => type === 'timeZoneName')?.value;
}

function range(
  { start, end }: Period,
  locale: string,
  timeZone: string,
  withDate: boolean,
  withZone: boolean,
): string {
  const clocksChange = zoneName(start, timeZone) !== zoneName(end, timeZone);
  const format = formatter(locale, {
    timeZone,
    ...clock,
    ...(withDate ? date : {}),
    ...(withZone || clocksChange ? zone : {}),
  });
  // A range names one zone only: in the night of a change it would seem an hour longer or shorter than it is.
  if (clocksChange) return `${format.format(new Date(start))} – ${format.format(new Date(end))}`;
  return format.formatRange(new Date(start), new Date(end));
}

/**
 * @param ownZone the person's own time zone.
 * @param day the calendar day under which the booking stands; another day is named.
 * @returns the period in the lab's zone (`17:00–18:00 GMT`) and, where it differs, in the person's (`18:00–19:00`).
 */
export function formatPeriod(
  period: Period,
  locale: string,
  ownZone: string,
  day: string,
): { lab: string; own: string | null } {
  const labZone = zoneOf(period);
  const spansDays = dayOf(period.start, labZone) !== day || dayOf(period.end, labZone) !== day;
  const lab = range(period, locale, labZone, spansDays, true);
  const differs =
    labZone !== ownZone &&
    range(period, 'en', labZone, true, false) !== range(period, 'en', ownZone, true, false);
  const ownSpans = dayOf(period.end, ownZone) !== day;
  return { lab, own: differs ? range(period, locale, ownZone, ownSpans, false) : null };
}

/** @returns an instant for a document that is read years later: `19 Nov 2026, 10:00 GMT`. */
export function formatInstant(time: string | number, timeZone: string, locale: string): string {
  return formatter(locale, { timeZone, ...date, year: 'numeric', ...clock, ...zone }).format(new Date(time));
}

/** @returns a day for a heading: `Monday 23 November`, with the year where it is not that of `now`. */
export function formatDay(day: string, now: number, locale: string): string {
  const otherYear = day.slice(0, 4) !== String(new Date(now).getFullYear());
  const year = otherYear ? ({ year: 'numeric' } as const) : {};
  return formatter(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...year,
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));
}

/** @returns a day beside a time: `Mon 23 Nov`, with the year where it is not that of `now`. */
export function formatShortDay(day: string, now: number, locale: string): string {
  const otherYear = day.slice(0, 4) !== String(new Date(now).getFullYear());
  const year = otherYear ? ({ year: 'numeric' } as const) : {};
  const options = { weekday: 'short', ...date, ...year, timeZone: 'UTC' } as const;
  return formatter(locale, options).format(new Date(`${day}T12:00:00Z`));
}

/** @returns a booking's length in minutes: Calira's own figure or, until that is known, from its times. */
export function durationOf(period: Period, known: number | null | undefined): number {
  return known ?? Math.max(0, Math.round((Date.parse(period.end) - Date.parse(period.start)) / 60_000));
}

/** @returns `3 h 15 min`: the symbols of the SI, the same in every language. */
export function formatDuration(minutes: number, locale: string): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours > 0 ? `${numberText(hours, locale)}\u00a0h` : '',
    rest > 0 || hours === 0 ? `${numberText(rest, locale)}\u00a0min` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/**
 * @param age in milliseconds.
 * @returns how long ago something was (`4 min ago`, `2 days ago`), or null where that is less than a minute.
 */
export function formatAgo(age: number, locale: string): string | null {
  const minutes = Math.floor(age / 60_000);
  if (minutes < 1) return null;
  const units: [number, Intl.RelativeTimeFormatUnit][] = [
    [1440, 'day'],
    [60, 'hour'],
    [1, 'minute'],
  ];
  const [length, unit] = units.find(([size]) => minutes >= size) ?? [1, 'minute'];
  return new Intl.RelativeTimeFormat(locale, { style: 'short' }).format(-Math.floor(minutes / length), unit);
}

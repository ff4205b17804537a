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
/** By zone and instant. */
const offsets = new Map<string, Map<number, number>>();

/** @returns how far a zone is ahead of UTC (milliseconds), as `Intl` tells. */
function askedOffset(instant: number, timeZone: string): number {
  // Sweden writes its dates in ISO 8601.
  const format = formatter('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const wallClock = Date.parse(`${format.format(new Date(instant)).replace(' ', 'T')}Z`);
  return wallClock - Math.floor(instant / 1_000) * 1_000;
}

/** The same, for the few instants that are asked for again and again. */
function keptOffset(instant: number, timeZone: string): number {
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, ofZone);
  const offset = ofZone.get(instant) ?? askedOffset(instant, timeZone);
  ofZone.set(instant, offset);
  return offset;
}

/**
 * @returns how far a zone is ahead of UTC at an instant (milliseconds). `Intl` takes long for a list of thousands: it is
 * asked once a week, in weeks in which clocks change once a day, and on that day each time. Nowhere do they change
 * twice in a week.
 */
function offsetOf(instant: number, timeZone: string): number {
  for (const span of [7 * utcDay, utcDay]) {
    const start = Math.floor(instant / span) * span;
    const offset = keptOffset(start, timeZone);
    if (offset === keptOffset(start + span, timeZone)) return offset;
  }
  return askedOffset(instant, timeZone);
}

/** @returns the calendar day (`2026-11-23`) of an instant in a zone. */
export function dayOf(time: string | number, timeZone: string): string {
  const instant = new Date(time).getTime();
  return new Date(instant + offsetOf(instant, timeZone)).toISOString().slice(0, 10);
}

/** By the times on the clock: bookings begin and end on few of them, and `Intl` takes long for each. */
const ranges = new Map<string, string>();

/** Which ends of a period name their day. */
type Named = 'none' | 'end' | 'both';

function range(
  { start, end }: Period,
  locale: string,
  timeZone: string,
  named: Named,
  withZone: boolean,
): string {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const offset = offsetOf(from, timeZone);
  const clocksChange = offset !== offsetOf(to, timeZone);
  const options = {
    timeZone,
    ...clock,
    ...(named === 'both' && date),
    ...((withZone || clocksChange) && zone),
  };
  const format = () => formatter(locale, options);
  if (named === 'end') {
    const year = dayOf(start, timeZone).slice(0, 4) !== dayOf(end, timeZone).slice(0, 4);
    const last = formatter(locale, { ...options, ...date, ...(year && { year: 'numeric' }) });
    const first = clocksChange ? format() : formatter(locale, { timeZone, ...clock });
    return `${first.format(from)} – ${last.format(to)}`;
  }
  // A range names one zone only: in the night of a change it would seem an hour longer or shorter than it is.
  if (clocksChange) return `${format().format(from)} – ${format().format(to)}`;
  if (named === 'both') return format().formatRange(from, to);
  const onClock = [from, to].map((instant) => (instant + offset) % utcDay);
  const key = [locale, timeZone, withZone, offset, ...onClock].join(' ');
  const text = ranges.get(key) ?? format().formatRange(from, to);
  ranges.set(key, text);
  return text;
}

/**
 * @param ownZone the person's own time zone.
 * @param day the calendar day under which the booking stands; another one is named, at the end that it concerns.
 * @returns the period in the lab's zone (`17:00–18:00 GMT`) and, where it differs, in the person's (`18:00–19:00`).
 */
export function formatPeriod(
  period: Period,
  locale: string,
  ownZone: string,
  day: string,
): { lab: string; own: string | null } {
  const labZone = zoneOf(period);
  const named = (zone: string): Named => {
    if (dayOf(period.start, zone) !== day) return 'both';
    return dayOf(period.end, zone) === day ? 'none' : 'end';
  };
  const lab = range(period, locale, labZone, named(labZone), true);
  const differs = [period.start, period.end]
    .map((time) => Date.parse(time))
    .some((instant) => offsetOf(instant, labZone) !== offsetOf(instant, ownZone));
  return { lab, own: differs ? range(period, locale, ownZone, named(ownZone), false) : null };
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

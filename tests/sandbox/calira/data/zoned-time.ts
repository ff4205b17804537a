/** Wall-clock time in a lab's zone, through Intl, so that daylight saving is the real one of that date. */

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone, and by instant. */
const offsets = new Map<string, Map<number, number>>();

const readOffset = (instant: number, zone: string): number => {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      timeZoneName: 'longOffset',
    });
    formats.set(zone, format);
  }
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name);
  if (!match?.[1]) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};

/** `readOffset`, asked once for each beginning of a quarter hour or of a day. */
const keptOffset = (instant: number, zone: string): number => {
  const known = offsets.get(zone) ?? new Map<number, number>();
  const offset = known.get(instant) ?? readOffset(instant, zone);
  known.set(instant, offset);
  offsets.set(zone, known);
  return offset;
};

/**
 * The zone's offset from UTC at that instant (ms), in minutes. No zone changes it twice within a day, and each does so
 * on a quarter hour.
 */
export const offsetMinutes = (instant: number, zone: string): number => {
  const day = Math.floor(instant / DAY) * DAY;
  const offset = keptOffset(day, zone);
  return offset === keptOffset(day + DAY, zone)
    ? offset
    : keptOffset(Math.floor(instant / QUARTER) * QUARTER, zone);
};

/** The instant (ms) of a wall-clock time given as minutes after that zone's midnight, `days` after today's. */
export const zonedInstant = (now: number, zone: string, days: number, minutes: number): number => {
  const wallNow = now + offsetMinutes(now, zone) * MINUTE;
  const midnight = Math.floor(wallNow / DAY) * DAY;
  const wall = midnight + days * DAY + minutes * MINUTE;
  const guess = wall - offsetMinutes(wall, zone) * MINUTE;
  return wall - offsetMinutes(guess, zone) * MINUTE;
};

/** The day of the week there, 0 for Sunday. */
export const zonedWeekday = (instant: number, zone: string): number =>
  new Date(instant + offsetMinutes(instant, zone) * MINUTE).getUTCDay();

/** As Calira writes times: `2022-03-29T09:45:00.000+01:00`. */
export const zonedIso = (instant: number, zone: string): string => {
  const offset = offsetMinutes(instant, zone);
  const wall = new Date(instant + offset * MINUTE).toISOString().slice(0, 23);
  const digits = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(offset);
  return `${wall}${offset < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}:${digits(size % 60)}`;
};

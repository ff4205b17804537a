/** What a table of equipment tells of each piece. */
import type { BookingRow } from './booking.ts';
import { isMaintenance } from './find.ts';
import { timesOf } from './row-times.ts';
import { isCalledOff } from './status.ts';
import { isUse, latestOfEach } from './view.ts';

/** A piece of equipment with its latest bookings. */
export interface EquipmentLine {
  id: string;
  name: string | null;
  manufacturer: string | null;
  model: string | null;
  room: string | null;
  contact: string | null;
  /** Its booking calendar in Calira. */
  link: string | null;
  lastCompleted: BookingRow | null;
  lastMaintenance: BookingRow | null;
}

/**
 * @returns of each piece of equipment its bookings that have begun, or that Calira calls completed, and were not called
 *   off, newest first.
 */
function pastOf(ids: ReadonlySet<string>, all: Iterable<BookingRow>, now: number): Map<string, BookingRow[]> {
  const past = new Map<string, BookingRow[]>([...ids].map((id) => [id, []]));
  for (const row of all) {
    const rows = row.equipment && past.get(row.equipment.id);
    const begun = timesOf(row).start <= now || isUse(row);
    if (rows && begun && !isCalledOff(row.status)) rows.push(row);
  }
  for (const rows of past.values()) rows.sort((a, b) => timesOf(b).start - timesOf(a).start);
  return past;
}

const equipmentOf = (chosen: readonly BookingRow[]) =>
  new Set(chosen.flatMap(({ equipment }) => (equipment ? [equipment.id] : [])));

/**
 * @param chosen bookings that stand for their equipment. @param all every booking that is known.
 * @param now in milliseconds since the epoch.
 * @returns each piece once, in the order of `chosen`.
 */
export function equipmentLines(
  chosen: readonly BookingRow[],
  all: Iterable<BookingRow>,
  now: number,
): EquipmentLine[] {
  const past = pastOf(equipmentOf(chosen), all, now);
  return [...past].flatMap(([id, rows]) => {
    const row = chosen.find(({ equipment }) => equipment?.id === id);
    if (!row?.equipment) return [];
    return {
      ...row.equipment,
      link: row.links.equipment,
      lastCompleted: latestOfEach(rows.filter(isUse))[0] ?? null,
      lastMaintenance: rows.find((one) => isMaintenance(one) === 'yes') ?? null,
    };
  });
}

/**
 * @param most so many of each piece at once.
 * @returns bookings whose details have to be read before the last maintenance of a piece is known, newest first.
 */
export function beforeLastMaintenance(
  chosen: readonly BookingRow[],
  all: Iterable<BookingRow>,
  now: number,
  most: number,
): string[] {
  return [...pastOf(equipmentOf(chosen), all, now).values()].flatMap((rows) => {
    const known = rows.findIndex((one) => isMaintenance(one) === 'yes');
    const newer = known < 0 ? rows : rows.slice(0, known);
    return newer
      .filter((one) => isMaintenance(one) === 'unknown')
      .slice(0, most)
      .map(({ id }) => id);
  });
}

import { expect } from 'vitest';
import type { BookingRow } from '../../../utils/bookings/booking.ts';

export type Rows = ReadonlyMap<string, BookingRow>;

interface Change {
  /** Such as `equipment name`. */
  what: string;
  /** Null where there is none any more. */
  value: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns the values in `now` that are not those in `before`, down to single words and numbers. */
function changesBetween(before: unknown, now: unknown, what: string): Change[] {
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  if (!isRecord(before) || !isRecord(now)) return [{ what, value: now === '' ? null : (now ?? null) }];
  const called: Record<string, string> = { details: '', links: 'link to' };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return keys.flatMap((key) => {
    const words = called[key] ?? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return changesBetween(before[key], now[key], what === '' ? words : `${what} ${words}`);
  });
}

function changesIn(row: BookingRow, healthy: BookingRow): Change[] {
  // Details that were asked for to find out whose a booking is tell more than is wanted here.
  const { details, equipment, lab, links } = healthy;
  const unasked = row.details !== null && details === null ? { details, equipment, lab, links } : {};
  return changesBetween(healthy, { ...row, ...unasked }, '');
}

function inWords({ what, value }: Change): string {
  if (value === null) return `no ${what}`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length > 60) return `${what} of ${text.length} letters`;
  // Its address is another one in every run.
  return text.startsWith('http://127.0.0.1:') ? `another ${what}` : `${what} “${text}”`;
}

/**
 * Compares rows as a panel would get them with those of a Calira that is in order.
 * @returns what they say otherwise, or leave empty, in words.
 */
export function rowChanges(rows: Rows, healthy: Rows): string {
  const changed = [...rows].flatMap(([id, row]) => {
    const before = healthy.get(id);
    // Whatever is wrong with an answer, it makes up no booking and lets none appear that may not.
    if (!before) return expect.fail(`${id} may not appear`);
    const changes = changesIn(row, before);
    return changes.length > 0 ? [changes] : [];
  });
  const [only, ...others] = changed;
  if (!only) return '–';
  if (others.length === 0) return only.map(inWords).join(', ');
  const kinds = changed.flat().map(({ what, value }) => `${value === null ? 'no' : 'another'} ${what}`);
  return `in several rows ${[...new Set(kinds)].sort().join(', ')}`;
}

import type { BookingRow } from './booking.ts';
import { figureIn } from './figure.ts';
import { timesOf } from './row-times.ts';
import { durationOf } from './time.ts';

/** What a list can be sorted by: everything that is known of a booking. */
export const sortColumns = [
  'start',
  'end',
  'duration',
  'equipment',
  'manufacturer',
  'model',
  'room',
  'bookedBy',
  'lab',
  'requesterLab',
  'type',
  'status',
  'cost',
  'note',
  'id',
] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sorting {
  column: SortColumn;
  descending: boolean;
}

/** Columns that only a booking's details can tell. */
export const columnsOfDetails: ReadonlySet<SortColumn> = new Set([
  'bookedBy',
  'requesterLab',
  'type',
  'cost',
  'note',
]);

const numbers: Partial<Record<SortColumn, (row: BookingRow) => number>> = {
  start: (row) => timesOf(row).start,
  end: (row) => timesOf(row).end,
  duration: (row) => durationOf(row, row.details?.duration),
  cost: ({ details }) => figureIn(details?.cost ?? ''),
};

const texts: Partial<Record<SortColumn, (row: BookingRow) => string | null | undefined>> = {
  equipment: ({ equipment }) => equipment?.name,
  manufacturer: ({ equipment }) => equipment?.manufacturer,
  model: ({ equipment }) => equipment?.model,
  room: ({ equipment }) => equipment?.room,
  bookedBy: ({ details }) => details?.requester,
  lab: ({ lab }) => lab?.name,
  requesterLab: ({ details }) => details?.requesterLab?.name,
  type: ({ details }) => details?.type,
  status: ({ status }) => status,
  note: ({ details }) => details?.note,
};

/** @returns a number per row by which to sort; NaN where a row has none. */
function keysOf(rows: readonly BookingRow[], column: SortColumn, locale: string): number[] {
  const number = numbers[column];
  if (number) return rows.map(number);
  const text = texts[column];
  if (!text) return rows.map(() => 0);
  // Names repeat: comparing each with each other once is much faster than comparing rows in the natural order.
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const names = [...new Set(rows.map((row) => text(row) ?? ''))].filter(Boolean);
  const ranks = new Map<string, number>();
  let rank = 0;
  let before = '';
  for (const name of names.sort(collator.compare)) {
    if (collator.compare(before, name) !== 0) rank += 1;
    ranks.set(name, rank);
    before = name;
  }
  return rows.map((row) => ranks.get(text(row) ?? '') ?? Number.NaN);
}

/** Ids are figures of any length, beyond what a `number` holds. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * @returns the rows in order: numbers and times as such, names in the natural order of the language (*SP 8* before
 * *SP 10*). Rows without a value come last either way; equal ones stand newest first.
 */
export function sortRows(
  rows: Iterable<BookingRow>,
  { column, descending }: Sorting,
  locale: string,
): BookingRow[] {
  const list = [...rows];
  const sign = descending ? -1 : 1;
  const starts = Float64Array.from(list, (row) => timesOf(row).start);
  // What has no value comes last whichever way.
  const keys = Float64Array.from(keysOf(list, column, locale), (key) =>
    Number.isNaN(key) ? sign * Number.POSITIVE_INFINITY : key,
  );
  const at = (numbers: Float64Array, index: number) => numbers[index] ?? 0;
  const id = (index: number) => list[index]?.id ?? '';
  const order = Uint32Array.from(list, (_, index) => index);
  order.sort((a, b) => {
    const byKey = column === 'id' ? compareIds(id(a), id(b)) : at(keys, a) - at(keys, b);
    // Two without a value differ by infinity less infinity, which is no number, and so not at all.
    return sign * byKey || at(starts, b) - at(starts, a) || compareIds(id(b), id(a));
  });
  return Array.from(order, (index) => list[index]).filter((row) => row !== undefined);
}

/** @returns the rows by their start, newest first; those that start together by id, so that the order is stable. */
export function newestFirst(rows: Iterable<BookingRow>): BookingRow[] {
  return sortRows(rows, { column: 'start', descending: true }, 'en');
}

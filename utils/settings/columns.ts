/** The columns of an inserted table of bookings, in the order in which they are offered. */
export const bookingColumns = [
  'id',
  'equipment',
  'manufacturer',
  'model',
  'room',
  'lab',
  'bookedBy',
  'requesterLab',
  'start',
  'end',
  'duration',
  'type',
  'cost',
  'status',
  'note',
  'notes',
] as const;
export type BookingColumn = (typeof bookingColumns)[number];

/** What is inserted unless the institution or the person chose otherwise. */
export const usualColumns: readonly BookingColumn[] = [
  'id',
  'equipment',
  'bookedBy',
  'start',
  'duration',
  'status',
  'notes',
];

const known: ReadonlySet<string> = new Set(bookingColumns);

/** @returns those of `names` that are columns, each once; null where none is left. */
export function readColumns(names: readonly string[]): BookingColumn[] | null {
  const columns = [...new Set(names)].filter((name): name is BookingColumn => known.has(name));
  return columns.length > 0 ? columns : null;
}

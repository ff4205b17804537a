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

export interface InstitutionColumns {
  columns: readonly BookingColumn[];
  /** Whether the institution has set them, so that nobody can choose others. */
  managed: boolean;
}

/** The columns of whoever has not chosen any, where no institution has either. */
export const unmanagedColumns: InstitutionColumns = { columns: usualColumns, managed: false };

const known: ReadonlySet<string> = new Set(bookingColumns);

/** @returns whether there is a column of that name. */
export function isColumn(name: string): name is BookingColumn {
  return known.has(name);
}

/** @returns those of `names` that are columns, each once; null where none is left. */
export function readColumns(names: readonly string[]): BookingColumn[] | null {
  const columns = [...new Set(names)].filter(isColumn);
  return columns.length > 0 ? columns : null;
}

import type { BookingColumn } from './columns.ts';
import { readColumns, usualColumns } from './columns.ts';
import { managedSettings } from './managed.ts';

/** @returns the columns of whoever has not chosen any: the institution's or, where it names none, the usual ones. */
export async function institutionColumns(): Promise<readonly BookingColumn[]> {
  const { columns } = await managedSettings();
  return readColumns(columns ?? []) ?? usualColumns;
}

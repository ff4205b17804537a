import type { InstitutionColumns } from './columns.ts';
import { readColumns, unmanagedColumns } from './columns.ts';
import { managedSettings } from './managed.ts';

/** @returns the institution's columns or, where it names none, the usual ones. */
export async function institutionColumns(): Promise<InstitutionColumns> {
  const { columns: names = [] } = await managedSettings();
  const columns = readColumns(names);
  return columns ? { columns, managed: true } : unmanagedColumns;
}

import { formatInstant } from '../../bookings/time.ts';
import type { InsertedRow } from './inserted-table.ts';
import type { OutputOptions } from './table.ts';
import { retrievalTime } from './table.ts';
import { tableWords } from './table-words.ts';
import { textHash } from './text-hash.ts';

/**
 * Says in a table when its bookings were retrieved. Rows that could not be seen this time keep their own, earlier
 * moment, and the line tells of it. A line that the person has rewritten stays as it is.
 *
 * @param rows every booking of the table. @param seen the rows of those that were retrieved now.
 */
export function renewProvenance(
  table: HTMLTableElement,
  rows: readonly InsertedRow[],
  seen: readonly HTMLTableRowElement[],
  options: OutputOptions,
): void {
  const before = table.dataset.caliraRetrieved ?? '';
  const older: number[] = [];
  for (const { element } of rows) {
    if (seen.includes(element)) delete element.dataset.caliraRetrieved;
    else {
      element.dataset.caliraRetrieved ??= before;
      older.push(Date.parse(element.dataset.caliraRetrieved));
    }
  }
  // Where nothing could be seen, nothing was retrieved.
  if (seen.length === 0) return;
  table.dataset.caliraRetrieved = new Date(options.retrievedAt).toISOString();

  const line = table.caption?.querySelector<HTMLElement>('[data-calira-provenance]');
  if (!line || line.dataset.caliraProvenance !== textHash(line.textContent)) return;
  const words = tableWords[options.language];
  const parts = [words.provenance(retrievalTime(options))];
  const oldest = Math.min(...older.filter(Number.isFinite));
  if (Number.isFinite(oldest)) {
    const when = formatInstant(oldest, options.timeZone, options.language);
    parts.push(words.older(older.length, rows.length, when));
  }
  line.textContent = parts.join(' · ');
  line.dataset.caliraProvenance = textHash(line.textContent);
}

import type { BookingRow } from '../../bookings/booking.ts';
import type { BookingColumn } from '../../settings/columns.ts';
import { bookingCell } from './booking-cell.ts';
import { factList } from './fact-list.ts';
import type { TableOptions } from './table.ts';
import { retrievalTime } from './table.ts';
import { tableWords } from './table-words.ts';

/** What explains itself without its heading. */
const plain: ReadonlySet<BookingColumn> = new Set([
  'id',
  'equipment',
  'manufacturer',
  'model',
  'lab',
  'bookedBy',
  'start',
  'duration',
  'status',
]);

/**
 * @returns bookings as a list: of each what the columns say, in their order. The notes of a table have no place here:
 *   whoever writes in a list writes after the item.
 */
export function bookingList(rows: readonly BookingRow[], options: TableOptions): HTMLElement {
  const { language, columns } = options;
  const words = tableWords[language];
  const items = rows.map((row) => ({
    dataset: { caliraBooking: row.id },
    facts: columns.map((column) => {
      const cell = bookingCell(row, column, language);
      return {
        heading: plain.has(column) ? null : words.columns[column],
        cell: column === 'id' ? { ...cell, text: words.booking(cell.text) } : cell,
      };
    }),
  }));
  return factList(words.provenance(retrievalTime(options)), items, options);
}

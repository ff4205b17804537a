/** Recognises a table of bookings in a document: which row is which booking, and which cells are still as they were written. */
import type { BookingColumn } from '../../settings/columns.ts';
import { dialogRows } from './dialog-table.ts';
import { comparable, textHash } from './text-hash.ts';

/** What Calira may have changed since; which booking it is, of what and whose, stays as it was recorded. */
export const renewableColumns = ['start', 'end', 'duration', 'status', 'note'] as const;
export type RenewableColumn = Extract<BookingColumn, (typeof renewableColumns)[number]>;

export interface WrittenCell {
  column: RenewableColumn;
  element: HTMLTableCellElement;
  /** Whether the text is the person's: it is no longer what was written here. */
  own: boolean;
}

export interface InsertedRow {
  booking: string;
  element: HTMLTableRowElement;
  cells: WrittenCell[];
}

/** Why a table cannot be updated. */
export type UnreadableReason = 'mergedCells' | 'noHeader';

export type InsertedTable =
  | { kind: 'bookings'; writer: 'extension' | 'rspaceDialog'; rows: InsertedRow[] }
  | { kind: 'unreadable'; reason: UnreadableReason }
  /** No bookings in it: a table of equipment, perhaps. */
  | { kind: 'other' };

/** @returns what a table with `data-tablesource="clustermarket"` holds. */
export function readInsertedTable(table: HTMLTableElement): InsertedTable {
  if (table.dataset.caliraColumns === undefined) return readDialogTable(table);
  const lines = [...table.rows];
  const bookings = lines.filter((line) => bookingOf(line) !== null);
  if (bookings.length === 0) return { kind: 'other' };
  const header = lines.find((line) => [...line.cells].some((cell) => cell.dataset.caliraColumn));
  if (!header) return { kind: 'unreadable', reason: 'noHeader' };
  if (!isGrid(lines, header.cells.length)) return { kind: 'unreadable', reason: 'mergedCells' };
  const written = table.dataset.caliraColumns.split(' ');
  const rows = bookings.map((line): InsertedRow => {
    const hashes = (line.dataset.caliraHashes ?? '').split(' ');
    const cells = [...header.cells].flatMap(({ dataset }, index): WrittenCell[] => {
      const column = renewableColumns.find((one) => one === dataset.caliraColumn);
      const element = line.cells[index];
      if (!column || !element) return [];
      const own = hashes[written.indexOf(column)] !== textHash(element.textContent) || !isPlain(element);
      return [{ column, element, own }];
    });
    return { booking: bookingOf(line) ?? '', element: line, cells };
  });
  return { kind: 'bookings', writer: 'extension', rows };
}

/** A table of RSpace's own Calira dialog, which leaves no fingerprints: what has another form than it writes is the person's. */
function readDialogTable(table: HTMLTableElement): InsertedTable {
  const lines = [...table.rows];
  const found = dialogRows(table);
  if (found === 'other' || found === 'noHeader')
    return found === 'other' ? { kind: 'other' } : { kind: 'unreadable', reason: 'noHeader' };
  if (!isGrid(lines, lines[0]?.cells.length ?? 0)) return { kind: 'unreadable', reason: 'mergedCells' };
  const rows = found.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, own: cell.own || !isPlain(cell.element) })),
  }));
  return { kind: 'bookings', writer: 'rspaceDialog', rows };
}

function bookingOf(line: HTMLTableRowElement): string | null {
  const { caliraBooking } = line.dataset;
  return caliraBooking && /^[\w-]{1,64}$/.test(caliraBooking) ? caliraBooking : null;
}

/** @returns whether every row has this many cells, and none of them spans others. */
function isGrid(lines: readonly HTMLTableRowElement[], width: number): boolean {
  const spans = (cell: Element, name: string) => Number(cell.getAttribute(name) ?? 1) > 1;
  return lines.every(
    ({ cells }) =>
      cells.length === width &&
      [...cells].every((cell) => !spans(cell, 'colspan') && !spans(cell, 'rowspan')),
  );
}

/** @returns the texts in a cell that say something. */
export function textsIn(cell: Element): Node[] {
  const texts: Node[] = [];
  const visit = (node: Node) => {
    if (node.nodeType === 3 && comparable(node.nodeValue)) texts.push(node);
    for (const child of node.childNodes) visit(child);
  };
  visit(cell);
  return texts;
}

/** @returns whether a cell's text stands in one piece, or is the beginning of a text and the link to its whole. */
function isPlain(cell: HTMLTableCellElement): boolean {
  if (cell.querySelector(':not(a, br, span, strong, em, b, i, u, sub, sup)')) return false;
  if (textsIn(cell).length <= 1) return true;
  return (
    cell.children.length === 1 &&
    cell.firstElementChild?.nodeName === 'A' &&
    cell.lastChild === cell.firstElementChild
  );
}

/** What an update would do to one table. Nothing happens here: the person sees the plan first. */
import type { BookingRow } from '../../bookings/booking.ts';
import { readDocumentLanguage } from '../../settings/document-language.ts';
import { bookingCell, nameText } from './booking-cell.ts';
import { nodesOf } from './cell.ts';
import { dialogText } from './dialog-table.ts';
import type { InsertedTable, RenewableColumn, UnreadableReason, WrittenCell } from './inserted-table.ts';
import { readInsertedTable, textsIn } from './inserted-table.ts';
import { parseTable } from './parse-table.ts';
import { renewProvenance } from './provenance.ts';
import type { OutputOptions } from './table.ts';
import { tableWords } from './table-words.ts';
import { comparable, textHash } from './text-hash.ts';

export interface CellChange {
  column: RenewableColumn;
  from: string;
  to: string;
}

/** What an update says of one booking. */
export interface BookingChange {
  id: string;
  equipment: string;
  cells: CellChange[];
}

export type TablePlan =
  | {
      kind: 'update';
      /** The table as it would be. */
      html: string;
      /** Bookings in the table that Calira shows to this person. */
      checked: number;
      changes: BookingChange[];
      /** Texts of the person's own, where Calira says something else. */
      kept: BookingChange[];
      /** Bookings that this person cannot see: deleted, or not shared with them. */
      notVisible: string[];
    }
  | { kind: 'refused'; reason: UnreadableReason }
  | { kind: 'other' };

/** @returns the ids of the bookings in a table; none where it holds none or cannot be read. */
export function bookingsIn(html: string): string[] {
  const table = parseTable(html);
  const read = table && readInsertedTable(table);
  return read?.kind === 'bookings' ? read.rows.map(({ booking }) => booking) : [];
}

/**
 * Plans the update of a table, in the language in which it was written.
 *
 * @param html the table as the editor has it.
 * @param bookings what Calira says now, with details. What is not in it, this person cannot see.
 */
export function planUpdate(
  html: string,
  bookings: ReadonlyMap<string, BookingRow>,
  moment: Omit<OutputOptions, 'language'>,
): TablePlan {
  const table = parseTable(html);
  const read: InsertedTable = table ? readInsertedTable(table) : { kind: 'other' };
  if (!table || read.kind === 'other') return { kind: 'other' };
  if (read.kind === 'unreadable') return { kind: 'refused', reason: read.reason };

  const language = readDocumentLanguage(table.dataset.caliraLanguage) ?? 'en-GB';
  const options: OutputOptions = { ...moment, language };
  const changes: BookingChange[] = [];
  const kept: BookingChange[] = [];
  const notVisible: string[] = [];
  const seen: HTMLTableRowElement[] = [];
  for (const { booking, element, cells } of read.rows) {
    const row = bookings.get(booking);
    if (!row) {
      notVisible.push(booking);
      continue;
    }
    seen.push(element);
    const changed: CellChange[] = [];
    const different: CellChange[] = [];
    for (const cell of cells) {
      const nodes = nodesFor(cell, row, read.writer, options, table.ownerDocument);
      const from = comparable(cell.element.textContent);
      const to = comparable(nodes.map(({ textContent }) => textContent).join(''));
      if (from === to) continue;
      // The dialog writes something into each of these; Calira leaves some of it out at times.
      if (read.writer === 'rspaceDialog' && to === '') continue;
      (cell.own ? different : changed).push({ column: cell.column, from, to });
      if (!cell.own) write(cell.element, nodes);
    }
    if (changed.length > 0 && read.writer === 'extension') renewHashes(table, element, cells, changed);
    const about = { id: booking, equipment: nameText(row.equipment?.name) };
    if (changed.length > 0) changes.push({ ...about, cells: changed });
    if (different.length > 0) kept.push({ ...about, cells: different });
  }
  table.dataset.caliraInsertion ??= options.marker;
  if (read.writer === 'extension') renewProvenance(table, read.rows, seen, options);
  return { kind: 'update', html: table.outerHTML, checked: seen.length, changes, kept, notVisible };
}

function nodesFor(
  { column }: WrittenCell,
  row: BookingRow,
  writer: 'extension' | 'rspaceDialog',
  { language }: OutputOptions,
  owner: Document,
): Node[] {
  const dialog =
    writer === 'rspaceDialog' && (column === 'start' || column === 'duration' || column === 'status');
  const cell = dialog ? { text: dialogText(column, row) } : bookingCell(row, column, language);
  return nodesOf(cell, tableWords[language].more, owner);
}

/** Writes into a cell and keeps how the person has formatted it. */
function write(cell: HTMLTableCellElement, nodes: readonly Node[]): void {
  const [text, ...more] = textsIn(cell);
  const [node, ...rest] = nodes;
  if (text && more.length === 0 && rest.length === 0 && node) text.nodeValue = node.textContent;
  else cell.replaceChildren(...nodes);
}

function renewHashes(
  table: HTMLTableElement,
  line: HTMLTableRowElement,
  cells: readonly WrittenCell[],
  changed: readonly CellChange[],
): void {
  const columns = (table.dataset.caliraColumns ?? '').split(' ');
  const hashes = (line.dataset.caliraHashes ?? '').split(' ');
  for (const { column, element, own } of cells) {
    if (!own && changed.some((one) => one.column === column))
      hashes[columns.indexOf(column)] = textHash(element.textContent);
  }
  line.dataset.caliraHashes = hashes.join(' ');
}

/** The tables that go into a document: built as DOM nodes, so that every value of Calira's is text. */
import type { BookingRow } from '../../bookings/booking.ts';
import { formatInstant } from '../../bookings/time.ts';
import type { BookingColumn } from '../../settings/columns.ts';
import type { DocumentLanguage } from '../../settings/document-language.ts';
import { bookingCell } from './booking-cell.ts';
import type { Cell } from './cell.ts';
import { inertDocument, nodesOf } from './cell.ts';
import { columnShares } from './column-shares.ts';
import { tableWords } from './table-words.ts';
import { textHash } from './text-hash.ts';

export interface OutputOptions {
  language: DocumentLanguage;
  /** When the bookings were asked for, in milliseconds since the epoch. */
  retrievedAt: number;
  /** The person's own time zone, for the line of provenance. */
  timeZone: string;
  /** Value of `data-calira-insertion`: finds this very insertion again. */
  marker: string;
}

export interface TableOptions extends OutputOptions {
  /** Which columns, from left to right. */
  columns: readonly BookingColumn[];
}

/** @returns when something was retrieved, as the line of provenance says it. */
export function retrievalTime({ language, retrievedAt, timeZone }: Omit<OutputOptions, 'marker'>): string {
  return formatInstant(retrievedAt, timeZone, language);
}

interface TableParts {
  provenance: string;
  /** Names, headings and weights of the columns. */
  columns: readonly { name: string; heading: string; share: number }[];
  rows: readonly { dataset: Record<string, string>; cells: readonly Cell[] }[];
}

/**
 * Builds a table in a document of its own, where nothing loads or runs.
 *
 * Its attributes are those that survive RSpace's sanitiser; no styles stand on cells, because the whole field
 * travels in one form post of limited size.
 */
export function buildTable({ provenance, columns, rows }: TableParts, options: OutputOptions) {
  const inert = inertDocument();
  const table = inert.createElement('table');
  table.setAttribute('border', '1');
  table.setAttribute('cellpadding', '5');
  table.setAttribute('style', 'border-collapse: collapse; width: 100%;');
  table.dataset.tablesource = 'clustermarket';
  table.dataset.caliraInsertion = options.marker;
  table.dataset.caliraColumns = columns.map(({ name }) => name).join(' ');
  table.dataset.caliraLanguage = options.language;
  table.dataset.caliraRetrieved = new Date(options.retrievedAt).toISOString();
  table.createCaption().append(provenanceLine(provenance, inert));
  table.append(columnGroup(columns, inert));
  const head = table.createTHead().insertRow();
  for (const { name, heading } of columns) {
    const cell = inert.createElement('th');
    cell.scope = 'col';
    cell.dataset.caliraColumn = name;
    cell.textContent = heading;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { dataset, cells } of rows) {
    const line = body.insertRow();
    Object.assign(line.dataset, dataset);
    for (const cell of cells)
      line.insertCell().append(...nodesOf(cell, tableWords[options.language].more, inert));
  }
  return table;
}

/** @returns the table of bookings. Each row keeps what was written into it as short fingerprints, for a later update. */
export function bookingTable(rows: readonly BookingRow[], options: TableOptions): HTMLTableElement {
  const { language, columns } = options;
  const words = tableWords[language];
  const shares = columnShares(columns);
  const table = buildTable(
    {
      provenance: words.provenance(retrievalTime(options)),
      columns: columns.map((name, index) => ({
        name,
        heading: words.columns[name],
        share: shares[index] ?? 0,
      })),
      rows: rows.map((row) => ({
        dataset: { caliraBooking: row.id },
        cells: columns.map((column) => bookingCell(row, column, language)),
      })),
    },
    options,
  );
  for (const line of [...table.rows].slice(1))
    line.dataset.caliraHashes = [...line.cells].map(({ textContent }) => textHash(textContent)).join(' ');
  return table;
}

/** @returns the line of provenance, in an element of its own: what a person writes beside it is theirs. */
export function provenanceLine(text: string, owner: Document): HTMLElement {
  const line = owner.createElement('span');
  line.dataset.caliraProvenance = textHash(text);
  line.textContent = text;
  return line;
}

/** Widths stand on columns, once, and not on cells; without them RSpace's view breaks `Duration` and `Notes` in two. */
function columnGroup(columns: TableParts['columns'], owner: Document): HTMLElement {
  const group = owner.createElement('colgroup');
  for (const { share } of columns) {
    const one = owner.createElement('col');
    one.setAttribute('style', `width: ${share}%;`);
    group.append(one);
  }
  return group;
}

/** @returns the same table as plain text: cells between tabs, which spreadsheets take for columns. */
export function tableText(table: HTMLTableElement): string {
  // A tab or a line break inside a name would begin another column or row.
  const text = (cell: HTMLElement) => (cell.textContent ?? '').replace(/[\t\r\n]+/g, ' ');
  const lines = [...table.rows].map((row) => [...row.cells].map(text).join('\t'));
  return [table.caption?.textContent ?? '', ...lines].join('\n');
}

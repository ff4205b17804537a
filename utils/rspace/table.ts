/** The table that goes into a document: built as DOM nodes, so that every value of Calira's is text. */
import type { BookingRow } from '../bookings/booking.ts';
import { durationOf, formatDuration, formatInstant, zoneOf } from '../bookings/time.ts';
import type { TableLanguage } from './table-words.ts';
import { tableWords } from './table-words.ts';

export const columns = ['id', 'equipment', 'bookedBy', 'start', 'duration', 'status', 'notes'] as const;
export type Column = (typeof columns)[number];

export interface TableOptions {
  language: TableLanguage;
  /** When the bookings were asked for, in milliseconds since the epoch. */
  retrievedAt: number;
  /** The person's own time zone, for the line of provenance. */
  timeZone: string;
  /** Value of `data-calira-insertion`: finds this very table again. */
  marker: string;
}

interface Cell {
  text: string;
  link?: string | null;
}

/** @returns what one column says of one booking. The notes belong to the person: they begin empty. */
function cellOf(row: BookingRow, column: Column, language: TableLanguage): Cell {
  switch (column) {
    case 'id':
      return { text: row.id, link: row.links.booking };
    case 'equipment':
      return { text: row.equipment?.name ?? row.equipment?.id ?? '', link: row.links.equipment };
    case 'bookedBy':
      return { text: row.details?.requester ?? '' };
    case 'start':
      return { text: formatInstant(row.start, zoneOf(row), language) };
    case 'duration':
      return { text: formatDuration(durationOf(row, row.details?.duration), language) };
    case 'status':
      return { text: row.status };
    case 'notes':
      return { text: '' };
  }
}

/** Only addresses that a browser opens as pages become links, whatever an answer or a setting claims. */
function isPage(link: string): boolean {
  return URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
}

function fill(cell: HTMLElement, { text, link }: Cell): void {
  if (!link || !isPage(link)) {
    cell.textContent = text;
    return;
  }
  const anchor = cell.ownerDocument.createElement('a');
  anchor.href = link;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
  anchor.textContent = text;
  cell.append(anchor);
}

/**
 * Builds the table in a document of its own, where nothing loads or runs.
 *
 * Its attributes are those that survive RSpace's sanitiser; no styles stand on cells, because the whole field
 * travels in one form post of limited size.
 */
export function bookingTable(rows: readonly BookingRow[], options: TableOptions): HTMLTableElement {
  const words = tableWords[options.language];
  const inert = document.implementation.createHTMLDocument('');
  const table = inert.createElement('table');
  table.setAttribute('border', '1');
  table.setAttribute('cellpadding', '5');
  table.setAttribute('style', 'border-collapse: collapse; width: 100%;');
  table.dataset.tablesource = 'clustermarket';
  table.dataset.caliraInsertion = options.marker;
  table.dataset.caliraColumns = columns.join(' ');
  table.dataset.caliraRetrieved = new Date(options.retrievedAt).toISOString();

  const when = formatInstant(options.retrievedAt, options.timeZone, options.language);
  table.createCaption().textContent = words.provenance(when);
  table.append(columnWidths(inert));
  const head = table.createTHead().insertRow();
  for (const column of columns) {
    const cell = inert.createElement('th');
    cell.scope = 'col';
    cell.textContent = words[column];
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    line.dataset.caliraBooking = row.id;
    for (const column of columns) fill(line.insertCell(), cellOf(row, column, options.language));
  }
  return table;
}

/** Widths stand on columns, once, and not on cells; without them RSpace's view breaks `Duration` and `Notes` in two. */
const widths: Record<Column, number> = {
  id: 11,
  equipment: 22,
  bookedBy: 15,
  start: 16,
  duration: 11,
  status: 12,
  notes: 13,
};

function columnWidths(inert: Document): HTMLElement {
  const group = inert.createElement('colgroup');
  for (const column of columns) {
    const one = inert.createElement('col');
    one.setAttribute('style', `width: ${widths[column]}%;`);
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

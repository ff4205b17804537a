/** What is inserted or copied, in the form that the person chose. */
import type { BookingRow } from '../../bookings/booking.ts';
import type { EquipmentLine } from '../../bookings/equipment-line.ts';
import type { Form } from '../../settings/form.ts';
import { bookingLinks } from './booking-links.ts';
import { bookingList } from './booking-list.ts';
import { equipmentLinks, equipmentList, equipmentTable } from './equipment-table.ts';
import type { OutputOptions, TableOptions } from './table.ts';
import { bookingTable, tableText } from './table.ts';

export interface Output {
  form: Form;
  /** Built in a document where nothing loads or runs. */
  node: HTMLElement;
  html: string;
  /** The same as plain text, for where HTML cannot be pasted. */
  text: string;
  /** Whether it belongs into the running text rather than between blocks. */
  inline: boolean;
}

/** @returns bookings as a table, a list or links in the running text. */
export function bookingOutput(rows: readonly BookingRow[], form: Form, options: TableOptions): Output {
  switch (form) {
    case 'table':
      return tableOutput(bookingTable(rows, options));
    case 'list':
      return listOutput(bookingList(rows, options));
    case 'links':
      return linksOutput(bookingLinks(rows, options));
  }
}

/** @returns equipment as a table, a list or links in the running text. */
export function equipmentOutput(
  pieces: readonly EquipmentLine[],
  form: Form,
  options: OutputOptions,
): Output {
  switch (form) {
    case 'table':
      return tableOutput(equipmentTable(pieces, options));
    case 'list':
      return listOutput(equipmentList(pieces, options));
    case 'links':
      return linksOutput(equipmentLinks(pieces, options));
  }
}

function tableOutput(table: HTMLTableElement): Output {
  return { form: 'table', node: table, html: table.outerHTML, text: tableText(table), inline: false };
}

function listOutput(block: HTMLElement): Output {
  const items = [...block.querySelectorAll('li')].map(({ textContent }) => `- ${textContent}`);
  const text = [block.querySelector('p')?.textContent ?? '', ...items].join('\n');
  return { form: 'list', node: block, html: block.outerHTML, text, inline: false };
}

function linksOutput(run: HTMLElement): Output {
  return { form: 'links', node: run, html: run.outerHTML, text: run.textContent ?? '', inline: true };
}

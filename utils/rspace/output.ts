/** What is inserted or copied, in the form that the person chose. */
import type { BookingRow } from '../bookings/booking.ts';
import type { Form } from '../settings/form.ts';
import { bookingLinks } from './booking-links.ts';
import { bookingList } from './booking-list.ts';
import type { EquipmentLine } from './equipment-table.ts';
import { equipmentLinks, equipmentList, equipmentTable } from './equipment-table.ts';
import type { OutputOptions, TableOptions } from './table.ts';
import { bookingTable, tableText } from './table.ts';

export interface Output {
  form: Form;
  /** Built as nodes, in a document where nothing loads or runs. */
  nodes: readonly HTMLElement[];
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
  return { form: 'table', nodes: [table], html: table.outerHTML, text: tableText(table), inline: false };
}

function listOutput(nodes: readonly HTMLElement[]): Output {
  const lines = nodes.flatMap((node) =>
    node.matches('ul') ? [...node.children].map(({ textContent }) => `- ${textContent}`) : [node.textContent],
  );
  return {
    form: 'list',
    nodes,
    html: nodes.map(({ outerHTML }) => outerHTML).join(''),
    text: lines.join('\n'),
    inline: false,
  };
}

function linksOutput(run: HTMLElement): Output {
  return { form: 'links', nodes: [run], html: run.outerHTML, text: run.textContent ?? '', inline: true };
}

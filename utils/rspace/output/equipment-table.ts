import type { BookingRow } from '../../bookings/booking.ts';
import type { EquipmentLine } from '../../bookings/equipment-line.ts';
import { formatInstant, zoneOf } from '../../bookings/time.ts';
import type { DocumentLanguage } from '../../settings/document-language.ts';
import { nameText } from './booking-cell.ts';
import { namedPages } from './booking-links.ts';
import type { Cell } from './cell.ts';
import { sharesOf } from './column-shares.ts';
import { factList } from './fact-list.ts';
import type { OutputOptions } from './table.ts';
import { buildTable, retrievalTime } from './table.ts';
import { tableWords } from './table-words.ts';
import type { EquipmentColumn } from './words/table-words.ts';

const columns: readonly { name: EquipmentColumn; weight: number }[] = [
  { name: 'id', weight: 9 },
  { name: 'name', weight: 20 },
  { name: 'manufacturer', weight: 13 },
  { name: 'model', weight: 12 },
  { name: 'room', weight: 9 },
  { name: 'contact', weight: 13 },
  { name: 'lastCompleted', weight: 15 },
  { name: 'lastMaintenance', weight: 15 },
];

function latest(booking: BookingRow | null, language: DocumentLanguage): Cell {
  if (!booking) return { text: '' };
  return { text: formatInstant(booking.start, zoneOf(booking), language), link: booking.links.booking };
}

function equipmentCell(piece: EquipmentLine, column: EquipmentColumn, language: DocumentLanguage): Cell {
  switch (column) {
    case 'id':
      return { text: piece.id };
    case 'name':
      return { text: nameText(piece.name) || piece.id, link: piece.link };
    case 'manufacturer':
    case 'model':
    case 'room':
    case 'contact':
      return { text: nameText(piece[column]) };
    case 'lastCompleted':
    case 'lastMaintenance':
      return latest(piece[column], language);
  }
}

/** @returns a table of equipment: what and where it is, whom to ask, and when it was last used and maintained. */
export function equipmentTable(pieces: readonly EquipmentLine[], options: OutputOptions): HTMLTableElement {
  const { language } = options;
  const words = tableWords[language];
  const shares = sharesOf(columns.map(({ weight }) => weight));
  return buildTable(
    {
      provenance: words.equipmentProvenance(retrievalTime(options)),
      columns: columns.map(({ name }, index) => ({
        name,
        heading: words.equipmentColumns[name],
        share: shares[index] ?? 0,
      })),
      rows: pieces.map((piece) => ({
        dataset: { caliraEquipment: piece.id },
        cells: columns.map(({ name }) => equipmentCell(piece, name, language)),
      })),
    },
    options,
  );
}

/** @returns the equipment as a list, with what explains itself not named. */
export function equipmentList(pieces: readonly EquipmentLine[], options: OutputOptions): HTMLElement {
  const words = tableWords[options.language];
  const items = pieces.map((piece) => ({
    dataset: { caliraEquipment: piece.id },
    facts: columns
      .filter(({ name }) => name !== 'id')
      .map(({ name }) => ({
        heading: ['contact', 'lastCompleted', 'lastMaintenance'].includes(name)
          ? words.equipmentColumns[name]
          : null,
        cell: equipmentCell(piece, name, options.language),
      })),
  }));
  return factList(words.equipmentProvenance(retrievalTime(options)), items, options);
}

/** @returns the equipment as links in the running text, each to its booking calendar. */
export function equipmentLinks(pieces: readonly EquipmentLine[], options: OutputOptions): HTMLElement {
  const pages = pieces.map((piece) => ({
    dataset: { caliraEquipment: piece.id },
    text: nameText(piece.name) || piece.id,
    page: piece.link,
  }));
  return namedPages(pages, options);
}

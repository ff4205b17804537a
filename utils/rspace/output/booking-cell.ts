import type { BookingRow } from '../../bookings/booking.ts';
import { durationOf, formatDuration, formatInstant, zoneOf } from '../../bookings/time.ts';
import type { BookingColumn } from '../../settings/columns.ts';
import type { DocumentLanguage } from '../../settings/document-language.ts';
import { beginningOf, visibleText } from '../../visible-text.ts';
import type { Cell } from './cell.ts';

/** Longer names and notes are cut: the whole field travels in one form post of limited size (characters). */
const longest = { name: 200, note: 500 };

/** @returns a name of Calira's as a document shows it. */
export function nameText(name: string | null | undefined): string {
  return beginningOf(visibleText(name ?? ''), longest.name);
}

/** @returns what one column says of one booking. The notes belong to the person: they begin empty. */
export function bookingCell(row: BookingRow, column: BookingColumn, language: DocumentLanguage): Cell {
  const { equipment, details, links } = row;
  switch (column) {
    case 'id':
      return { text: row.id, link: links.booking };
    case 'equipment':
      return { text: nameText(equipment?.name) || (equipment?.id ?? ''), link: links.equipment };
    case 'manufacturer':
      return { text: nameText(equipment?.manufacturer) };
    case 'model':
      return { text: nameText(equipment?.model) };
    case 'room':
      return { text: nameText(equipment?.room) };
    case 'lab':
      return { text: nameText(row.lab?.name) };
    case 'bookedBy':
      return { text: nameText(details?.requester) };
    case 'requesterLab':
      return { text: nameText(details?.requesterLab?.name) };
    case 'start':
      return { text: formatInstant(row.start, zoneOf(row), language) };
    case 'end':
      return { text: formatInstant(row.end, zoneOf({ ...row, start: row.end }), language) };
    case 'duration':
      return { text: formatDuration(durationOf(row, details?.duration), language) };
    case 'type':
      return { text: nameText(details?.type) };
    case 'cost':
      return { text: nameText(details?.cost) };
    case 'status':
      return { text: nameText(row.status) };
    case 'note':
      return noteCell(details?.note, links.booking);
    case 'notes':
      return { text: '' };
  }
}

/** Notes in Calira have no limit; a long one is told from its beginning, with a link to the rest. */
function noteCell(note: string | null | undefined, page: string | null): Cell {
  const whole = visibleText(note ?? '');
  const text = beginningOf(whole, longest.note);
  return text === whole ? { text } : { text, whole: page };
}

import { foldedText } from '../folded-text.ts';
import type { BookingRow } from './booking.ts';

/** Whether a booking is what was asked for. Where only its details can tell, they have to be read first. */
export type Match = 'yes' | 'no' | 'unknown';

/** @returns the words of a search, without capitals and accents. */
export function searchWords(search: string): string[] {
  return [...new Set(foldedText(search).split(' '))].filter(Boolean);
}

/** Folded once per row, not once per keystroke: rows never change, they are replaced. */
const texts = new WeakMap<BookingRow, string>();
/** Names repeat: of equipment and labs in every row. Notes do not, and are not kept. */
const names = new Map<string, string>();

function foldedName(name: string | null | undefined): string {
  if (!name) return '';
  const folded = names.get(name) ?? foldedText(name);
  names.set(name, folded);
  return folded;
}

function textOf(row: BookingRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { id, equipment, lab, details } = row;
  const text = [
    id,
    foldedName(equipment?.name),
    foldedName(equipment?.manufacturer),
    foldedName(equipment?.model),
    foldedName(lab?.name),
    foldedName(details?.requester),
    foldedName(details?.type),
    foldedName(details?.requesterLab?.name),
    foldedName(details?.providerLab?.name),
    foldedText(details?.note ?? ''),
  ].join(' ');
  texts.set(row, text);
  return text;
}

/** @returns whether every word stands somewhere in what is known of a booking. */
export function matchesWords(row: BookingRow, words: readonly string[]): Match {
  const text = textOf(row);
  if (words.every((word) => text.includes(word))) return 'yes';
  return row.details ? 'no' : 'unknown';
}

/** What filters offer: the labs, the equipment and the people that occur in the bookings. */
import { foldedText } from '../folded-text.ts';
import type { BookingRow, Named } from './booking.ts';

export interface Options {
  labs: Named[];
  equipment: Named[];
  /** Names of requesters, as far as details have told them. */
  people: string[];
}

/** @returns each once, in the natural order of the language. */
export function optionsIn(rows: Iterable<BookingRow>, locale: string): Options {
  const labs = new Map<string, Named>();
  const equipment = new Map<string, Named>();
  const people = new Set<string>();
  for (const { lab, equipment: piece, details } of rows) {
    if (lab?.name && !labs.has(lab.id)) labs.set(lab.id, { id: lab.id, name: lab.name });
    if (piece?.name && !equipment.has(piece.id)) equipment.set(piece.id, { id: piece.id, name: piece.name });
    if (details?.requester) people.add(details.requester);
  }
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sorted = (named: Map<string, Named>) => [...named.values()].sort((a, b) => compare(a.name, b.name));
  return { labs: sorted(labs), equipment: sorted(equipment), people: [...people].sort(compare) };
}

/**
 * @param typed what somebody has typed: every word of it must occur.
 * @param most how many are listed; the rest is counted.
 */
export function matchingOptions<T extends Named>(
  options: readonly T[],
  typed: string,
  most: number,
): { shown: T[]; more: number } {
  const words = foldedText(typed).split(' ').filter(Boolean);
  const matching = options.filter(({ name }) => {
    const folded = foldedText(name);
    return words.every((word) => folded.includes(word));
  });
  return { shown: matching.slice(0, most), more: Math.max(0, matching.length - most) };
}

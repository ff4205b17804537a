import type { ListItem } from './list-items.ts';
import { itemAt } from './visible-range.ts';

/** How a list stands in its window: its items, where each begins, and where the window does (CSS pixels). */
export interface Standing {
  items: readonly ListItem[];
  offsets: readonly number[];
  top: number;
}

/**
 * @param items and `offsets` of the list as it is now.
 * @returns how far it has to be scrolled so that what was in view stays where it was: the first booking there or, where
 *   that has gone, the next one that has not. Headings do not count: a booking may arrive right below one.
 */
export function moveOf(before: Standing, items: readonly ListItem[], offsets: readonly number[]): number {
  const places = new Map<string, number>();
  for (const [index, item] of items.entries())
    if (item.kind === 'booking') places.set(item.row.id, offsets[index] ?? 0);
  const first = itemAt(before.offsets, before.top);
  const moved = (index: number): number | null => {
    const item = before.items[index];
    const place = item?.kind === 'booking' ? places.get(item.row.id) : undefined;
    return place === undefined ? null : place - (before.offsets[index] ?? 0);
  };
  for (let index = first; index < before.items.length; index += 1) {
    const by = moved(index);
    if (by !== null) return by;
  }
  for (let index = first - 1; index >= 0; index -= 1) {
    const by = moved(index);
    if (by !== null) return by;
  }
  return 0;
}

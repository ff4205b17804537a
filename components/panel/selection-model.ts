import { computed, signal } from '@preact/signals';
import type { BookingRow } from '../../utils/bookings/booking.ts';
import type { BookingsModel } from './bookings-model.ts';
import type { FindModel } from './find-model.ts';

export type SelectionModel = ReturnType<typeof createSelectionModel>;

/**
 * Which bookings are selected: also those that a filter hides. A booking that is not among the known ones (any more)
 * is not selected.
 */
export function createSelectionModel(bookings: BookingsModel, find: FindModel) {
  const ids = signal<ReadonlySet<string>>(new Set());
  /** The selected bookings in the order of the list: what will be inserted. */
  const rows = computed<BookingRow[]>(() =>
    find.sorted([...ids.value].flatMap((id) => bookings.rows.value.get(id) ?? [])),
  );

  return {
    ids,
    rows,
    toggle(id: string) {
      const next = new Set(ids.value);
      if (!next.delete(id)) next.add(id);
      ids.value = next;
    },
    add(some: readonly string[]) {
      ids.value = new Set([...ids.value, ...some]);
    },
    remove(some: readonly string[]) {
      const next = new Set(ids.value);
      for (const id of some) next.delete(id);
      ids.value = next;
    },
    clear() {
      ids.value = new Set();
    },
  };
}

import { computed, signal } from '@preact/signals';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import type { FindModel } from '../find/find-model.ts';

export type SelectionModel = ReturnType<typeof createSelectionModel>;

/**
 * Which bookings are selected: also those that a filter hides. A booking that is not among the known ones (any more)
 * is not selected.
 */
export function createSelectionModel(find: FindModel) {
  const ids = signal<ReadonlySet<string>>(new Set());
  /** The selected bookings in the order of the list: what will be inserted. */
  const rows = computed<BookingRow[]>(() =>
    ids.value.size === 0 ? [] : find.known.value.filter(({ id }) => ids.value.has(id)),
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

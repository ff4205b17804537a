import { computed, signal } from '@preact/signals';
import type { BookingRow } from '../../utils/bookings/booking.ts';
import type { BookingsModel } from './bookings-model.ts';

export type SelectionModel = ReturnType<typeof createSelectionModel>;

/** Which bookings are selected. A booking that is not in the list (any more) is not selected. */
export function createSelectionModel({ ordered }: BookingsModel) {
  const ids = signal<ReadonlySet<string>>(new Set());
  /** The selected bookings in the order of the list: what will be inserted. */
  const rows = computed<BookingRow[]>(() => ordered.value.filter(({ id }) => ids.value.has(id)));
  const all = computed(() => ordered.value.length > 0 && rows.value.length === ordered.value.length);

  return {
    ids,
    rows,
    all,
    toggle(id: string) {
      const next = new Set(ids.value);
      if (!next.delete(id)) next.add(id);
      ids.value = next;
    },
    /** Selects every booking in the list or, when all of them are, none. */
    toggleAll() {
      ids.value = all.value ? new Set() : new Set(ordered.value.map(({ id }) => id));
    },
    clear() {
      ids.value = new Set();
    },
  };
}

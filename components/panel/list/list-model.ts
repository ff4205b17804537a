import { computed, signal } from '@preact/signals';
import { listItems } from '../../../utils/bookings/list-items.ts';
import type { FindModel } from '../find/find-model.ts';
import type { SelectionModel } from './selection-model.ts';

/** What the list shows: what was found or, on request, what is selected; and what is selected by way of the list. */
export function createListModel(find: FindModel, selection: SelectionModel) {
  /** What was selected when somebody wanted to see just that: what they untick then stays in sight. */
  const picked = signal<ReadonlySet<string> | null>(null);
  const onlySelected = computed(() => picked.value !== null && selection.ids.value.size > 0);
  const rows = computed(() =>
    onlySelected.value ? find.known.value.filter(({ id }) => picked.value?.has(id)) : find.ordered.value,
  );
  const inTime = computed(() => find.sort.value.column === 'start');
  const all = computed(
    () => rows.value.length > 0 && rows.value.every(({ id }) => selection.ids.value.has(id)),
  );
  /** Where a range begins. */
  let anchor: string | null = null;

  return {
    rows,
    items: computed(() => listItems(rows.value, find.place.zone, inTime.value)),
    /** Whether the list has day headings. */
    inTime,
    onlySelected,
    all,
    some: computed(() => rows.value.some(({ id }) => selection.ids.value.has(id))),
    /** The bookings of which everything is shown. */
    expanded: signal<ReadonlySet<string>>(new Set()),
    /** Counts the wishes to be taken to today. */
    wishedForToday: signal(0),
    question: computed(() => `${onlySelected.value} ${find.question.value}`),
    toggle(id: string) {
      anchor = id;
      selection.toggle(id);
    },
    /** Selects from a booking, the one that was chosen last unless told otherwise, up to this one. */
    selectTo(id: string, begin = anchor) {
      const from = rows.value.findIndex((row) => row.id === begin);
      const to = rows.value.findIndex((row) => row.id === id);
      if (from < 0) anchor = id;
      const range = rows.value.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1);
      selection.add(range.map((row) => row.id));
    },
    /** Selects everything in the list or, where all of it is, nothing of it. What is not in the list stays as it is. */
    toggleAll() {
      const ids = rows.value.map(({ id }) => id);
      if (all.value) selection.remove(ids);
      else selection.add(ids);
    },
    /** Shows just what is selected, or everything again. */
    toggleOnlySelected() {
      picked.value = onlySelected.value ? null : selection.ids.value;
    },
  };
}

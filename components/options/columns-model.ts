import { computed, signal } from '@preact/signals';
import type { BookingColumn } from '../../utils/settings/columns.ts';
import { institutionColumns } from '../../utils/settings/institution-columns.ts';
import { onPolicyChange } from '../../utils/settings/managed.ts';
import type { OutputChoicesHere } from './output-choices.ts';

export type ColumnsModel = Awaited<ReturnType<typeof createColumnsModel>>;

/** The columns of inserted tables: the institution's or, where it sets none, the person's. Panels share the choice. */
export async function createColumnsModel(choices: OutputChoicesHere) {
  const institution = signal(await institutionColumns());
  onPolicyChange(async () => {
    institution.value = await institutionColumns();
  });
  const own = computed(() => (institution.value.managed ? null : choices.value.value.columns));
  return {
    columns: computed(() => own.value ?? institution.value.columns),
    /** Whether the person has chosen columns of their own. */
    isOwn: computed(() => own.value !== null),
    /** Whether the institution has decided. */
    managed: computed(() => institution.value.managed),
    /** @param columns null for the usual ones. */
    choose: (columns: BookingColumn[] | null) => choices.choose({ columns }),
  };
}

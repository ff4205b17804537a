import { computed, signal } from '@preact/signals';
import type { BookingColumn } from '../../utils/settings/columns.ts';
import { institutionColumns } from '../../utils/settings/institution-columns.ts';
import { onPolicyChange } from '../../utils/settings/managed.ts';
import { rememberChoices, storedPanelChoices } from '../../utils/settings/panel-choices-item.ts';
import { storedSignal } from '../ui/stored-signal.ts';

export type ColumnsModel = Awaited<ReturnType<typeof createColumnsModel>>;

/** The columns of inserted tables: the person's or, until they choose, the institution's. Panels share the choice. */
export async function createColumnsModel() {
  const choices = await storedSignal(storedPanelChoices);
  const usual = signal(await institutionColumns());
  onPolicyChange(async () => {
    usual.value = await institutionColumns();
  });
  return {
    columns: computed(() => choices.value.columns ?? usual.value),
    /** Whether the person has chosen columns of their own. */
    isOwn: computed(() => choices.value.columns !== null),
    /** @param columns null for the usual ones. */
    choose: (columns: BookingColumn[] | null) => void rememberChoices({ columns }),
  };
}

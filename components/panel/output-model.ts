import { computed, signal } from '@preact/signals';
import type { BookingRow } from '../../utils/bookings/booking.ts';
import type { Output } from '../../utils/rspace/output.ts';
import { bookingOutput } from '../../utils/rspace/output.ts';
import type { BookingColumn } from '../../utils/settings/columns.ts';
import { usualColumns } from '../../utils/settings/columns.ts';
import type { Form } from '../../utils/settings/form.ts';
import type { ChoicesModel } from './choices-model.ts';
import { ownZone } from './locale.ts';

/** In which form, and with which columns, bookings are inserted and copied. */
export function createOutputModel(choices: ChoicesModel) {
  /** The columns of whoever has not chosen any: the institution's, once the background has told. */
  const usual = signal<readonly BookingColumn[]>(usualColumns);
  const form = computed(() => choices.current.value.form);
  const columns = computed(() => choices.current.value.columns ?? usual.value);

  return {
    usual,
    form,
    columns,
    /** Whether the person has chosen columns of their own. */
    isOwn: computed(() => choices.current.value.columns !== null),
    chooseForm: (next: Form) => choices.change({ form: next }),
    /** @param next null for the usual ones. */
    chooseColumns: (next: BookingColumn[] | null) => choices.change({ columns: next }),
    /**
     * @returns exactly what is inserted or copied.
     * @param retrievedAt when the bookings were asked for, in milliseconds since the epoch.
     */
    of: (rows: readonly BookingRow[], retrievedAt: number, marker: string): Output =>
      bookingOutput(rows, form.value, {
        language: 'en-GB',
        columns: columns.value,
        retrievedAt,
        timeZone: ownZone(),
        marker,
      }),
  };
}

import { computed, signal } from '@preact/signals';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { beforeLastMaintenance, equipmentLines } from '../../../utils/bookings/equipment-line.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { EditAccess } from '../../../utils/rspace/editor/edit-access.ts';
import type { Output } from '../../../utils/rspace/output/output.ts';
import type { BookingColumn } from '../../../utils/settings/columns.ts';
import { unmanagedColumns } from '../../../utils/settings/columns.ts';
import type { Form } from '../../../utils/settings/form.ts';
import { spokenLanguage } from '../../ui/browser-language.ts';
import type { BookingsModel } from '../connection/bookings-model.ts';
import type { ChoicesModel } from '../find/choices-model.ts';
import { ownZone } from '../locale.ts';
import type { Delivered } from './deliver.ts';
import type { Delivery } from './handover-model.ts';
import type { LateTables, Tables } from './late-tables.ts';

export type OutputModel = ReturnType<typeof createOutputModel>;

/** So many bookings of each piece of equipment are looked at together, newest first, for its last maintenance. */
const atOnce = 20;

/** In which form, and with which columns, bookings or their equipment are inserted and copied. */
export function createOutputModel(
  bookings: BookingsModel,
  choices: ChoicesModel,
  tables: LateTables,
  access: EditAccess,
) {
  /** The columns that the institution has set, or of whoever has not chosen any, once the background has told. */
  const institution = signal(unmanagedColumns);
  const form = computed(() => choices.current.value.form);
  const own = computed(() => (institution.value.managed ? null : choices.current.value.columns));
  const columns = computed(() => own.value ?? institution.value.columns);
  const language = computed(() => choices.current.value.documentLanguage ?? spokenLanguage());
  /** Whether what is chosen stands for its equipment. */
  const ofEquipment = computed(() => choices.current.value.view === 'bookedEquipment');

  /** @returns exactly what is inserted or copied of these bookings, or of their equipment. */
  function outputOf(
    { bookingOutput, equipmentOutput }: Pick<Tables, 'bookingOutput' | 'equipmentOutput'>,
    rows: readonly BookingRow[],
    marker: string,
  ): Output {
    const retrievedAt = bookings.updatedAt.value ?? Date.now();
    const options = { language: language.value, retrievedAt, timeZone: ownZone(), marker };
    if (!ofEquipment.value) return bookingOutput(rows, form.value, { ...options, columns: columns.value });
    return equipmentOutput(
      equipmentLines(rows, bookings.rows.value.values(), Date.now()),
      form.value,
      options,
    );
  }

  /** Only details tell what was maintenance: they are read, newest first, until each piece's last one is known. */
  async function findMaintenance(rows: readonly BookingRow[], signal: AbortSignal): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const all = bookings.rows.value.values();
      const next = beforeLastMaintenance(rows, all, Date.now(), atOnce).filter((id) => !tried.has(id));
      if (next.length === 0) return;
      for (const id of next) tried.add(id);
      const [failure] = (await bookings.loadDetails(next, signal)).values();
      // A maintenance that may have been must not be passed over in silence.
      if (failure) throw new CodedError(failure.code, failure);
      signal.throwIfAborted();
    }
  }

  return {
    institution,
    /** In which language it is inserted. */
    language,
    form,
    columns,
    ofEquipment,
    /** Whether the person has chosen columns of their own. */
    isOwn: computed(() => own.value !== null),
    /** Whether the institution has decided which columns there are. */
    managed: computed(() => institution.value.managed),
    chooseForm: (next: Form) => choices.change({ form: next }),
    /** @param next null for the usual ones. */
    chooseColumns: (next: BookingColumn[] | null) => choices.change({ columns: next }),
    of: outputOf,
    /** @throws {CodedError} why nothing was inserted; the document is then as it was. */
    async deliver(delivery: Delivery, signal: AbortSignal): Promise<Delivered> {
      if (ofEquipment.value) await findMaintenance(delivery.rows, signal);
      const marker = crypto.randomUUID();
      const { deliver, ...outputs } = await tables.need();
      const output = outputOf(outputs, delivery.rows, marker);
      signal.throwIfAborted();
      const delivered = await deliver(delivery, output, marker, access, signal);
      const pieces = new Set(delivery.rows.map(({ equipment }) => equipment?.id)).size;
      return ofEquipment.value ? { ...delivered, pieces } : delivered;
    },
  };
}

import type { EditAccess } from '../../../utils/rspace/editor/edit-access.ts';
import type { Output } from '../../../utils/rspace/output/output.ts';
import type { Form } from '../../../utils/settings/form.ts';
import { copyTable } from './clipboard.ts';
import { insertIntoField } from './field-insertion.ts';
import type { Delivery } from './handover-model.ts';

/** Where something went. */
export interface Delivered {
  form: Form;
  /** How many pieces of equipment the bookings stood for, where they did. */
  pieces?: number;
  /** The name of the field; null for the clipboard, and for a field without a name. */
  field: string | null;
  /** How many bytes the field takes now, where that is close to what RSpace can save. */
  nearlyFull: number | null;
  /** Whether RSpace has confirmed that it keeps what goes into the field; the clipboard asks nobody. */
  confirmed: boolean;
}

/**
 * Puts what was chosen into a field or on the clipboard, in the same form.
 *
 * @param marker the one that `output` was made with.
 * @throws {CodedError} why nothing was inserted; the document is then as it was.
 */
export async function deliver(
  delivery: Delivery,
  output: Output,
  marker: string,
  access: EditAccess,
  signal: AbortSignal,
): Promise<Delivered> {
  const { form, html, inline } = output;
  if (delivery.purpose === 'copy') {
    copyTable(html, output.text);
    return { form, field: null, nearlyFull: null, confirmed: true };
  }
  const { field, ...place } = delivery.target;
  const insertion = { field: field.id, html, marker, inline, ...place };
  return { form, ...(await insertIntoField(insertion, access, signal)) };
}

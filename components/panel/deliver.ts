import { CodedError } from '../../utils/messages/failure.ts';
import { askEditor } from '../../utils/rspace/editor-client.ts';
import { refusals } from '../../utils/rspace/editor-protocol.ts';
import { sizeWith } from '../../utils/rspace/field-size.ts';
import type { Output } from '../../utils/rspace/output.ts';
import type { Form } from '../../utils/settings/form.ts';
import { copyTable } from './clipboard.ts';
import type { Purpose } from './handover-model.ts';

/** Where something went. */
export interface Delivered {
  form: Form;
  /** The name of the field; null for the clipboard, and for a field without a name. */
  field: string | null;
  /** How many bytes the field takes now, where that is close to what RSpace can save. */
  nearlyFull: number | null;
}

/**
 * Puts what was chosen into the open field or on the clipboard, in the same form.
 *
 * @param marker the one that `output` was made with.
 * @throws {CodedError} why nothing was inserted; the document is then as it was.
 */
export async function deliver(purpose: Purpose, output: Output, marker: string): Promise<Delivered> {
  if (purpose === 'copy') {
    copyTable(output.html, output.text);
    return { form: output.form, field: null, nearlyFull: null };
  }
  const focused = innermostFocus();
  const { field: target, editable } = await askEditor('describe', {});
  if (!target) throw new CodedError(refusals.get(editable) ?? 'notEditing');
  const { bytes, room } = sizeWith((await askEditor('tables', {})).bytes, output.html);
  if (room === 'none') throw new CodedError('fieldFull');
  const { form, html, inline } = output;
  const { inserted, field } = await askEditor('insert', { field: target.id, html, marker, inline });
  // TinyMCE takes the focus when it inserts, but the person is still here, perhaps with more to insert.
  focused?.focus();
  if (!inserted) throw new CodedError('insertFailed');
  return { form, field: field || null, nearlyFull: room === 'little' ? bytes : null };
}

/** @returns the element that has the focus, within shadow roots too. */
function innermostFocus(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}

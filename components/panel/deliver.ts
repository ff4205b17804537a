import type { BookingRow } from '../../utils/bookings/booking.ts';
import { CodedError } from '../../utils/messages/failure.ts';
import { askEditor } from '../../utils/rspace/editor-client.ts';
import { refusals } from '../../utils/rspace/editor-protocol.ts';
import { bookingTable, tableText } from '../../utils/rspace/table.ts';
import { usualColumns } from '../../utils/settings/columns.ts';
import { copyTable } from './clipboard.ts';
import type { Purpose } from './handover-model.ts';
import { ownZone } from './locale.ts';

/**
 * Puts bookings into the open field or on the clipboard, as the same table.
 *
 * @param retrievedAt when they were asked for, in milliseconds since the epoch.
 * @returns the name of the field that they went into.
 * @throws {CodedError} why nothing was inserted; the document is then as it was.
 */
export async function deliver(
  purpose: Purpose,
  rows: readonly BookingRow[],
  retrievedAt: number,
): Promise<string | null> {
  const marker = crypto.randomUUID();
  const table = bookingTable(rows, {
    language: 'en-GB',
    columns: usualColumns,
    retrievedAt,
    timeZone: ownZone(),
    marker,
  });
  if (purpose === 'copy') {
    copyTable(table.outerHTML, tableText(table));
    return null;
  }
  const focused = innermostFocus();
  const { field: target, editable } = await askEditor('describe', {});
  if (!target) throw new CodedError(refusals.get(editable) ?? 'notEditing');
  const insertion = { field: target.id, html: table.outerHTML, marker };
  const { inserted, field } = await askEditor('insert', insertion);
  // TinyMCE takes the focus when it inserts, but the person is still here, perhaps with more to insert.
  focused?.focus();
  if (!inserted) throw new CodedError('insertFailed');
  return field || null;
}

/** @returns the element that has the focus, within shadow roots too. */
function innermostFocus(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}

import { CodedError } from '../../../utils/messages/failure.ts';
import type { EditAccess } from '../../../utils/rspace/editor/edit-access.ts';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import type { Insertion } from '../../../utils/rspace/editor/editor-protocol.ts';
import { sizeWith } from '../../../utils/rspace/editor/field-size.ts';
import { keepingFocus } from '../drawer/keeping-focus.ts';
import { untilKept } from './kept-by-rspace.ts';

interface Inserted {
  /** The field's name; null where RSpace shows none. */
  field: string | null;
  /** How many bytes the field takes now, where that is close to what RSpace can save. */
  nearlyFull: number | null;
  /** Whether RSpace has confirmed that it would take it. */
  confirmed: boolean;
}

/**
 * Inserts into the field that the person was told of, once RSpace has confirmed that it would still take it. If a
 * save is just re-creating the editor, waits for the new one.
 *
 * @throws {CodedError} why nothing was inserted; the document is then as it was.
 */
export async function insertIntoField(
  insertion: Insertion,
  access: EditAccess,
  signal: AbortSignal,
): Promise<Inserted> {
  return keepingFocus(async () => {
    const confirmed = await untilKept(insertion.field, access, signal);
    const { bytes, room } = sizeWith((await askEditor('tables', {})).bytes, insertion.html);
    if (room === 'none') throw new CodedError('fieldFull');
    signal.throwIfAborted();
    const { inserted, field: name } = await askEditor('insert', insertion);
    if (!inserted) throw new CodedError('insertFailed');
    return { field: name || null, nearlyFull: room === 'little' ? bytes : null, confirmed };
  });
}

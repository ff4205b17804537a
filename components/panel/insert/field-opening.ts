import { CodedError } from '../../../utils/messages/failure.ts';
import type { EditAccess } from '../../../utils/rspace/editor/edit-access.ts';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import { refusals } from '../../../utils/rspace/editor/editor-protocol.ts';
import { pencilOf } from '../../../utils/rspace/editor/text-fields.ts';
import { followLayers, isMessageUp } from '../../../utils/rspace/page/layers.ts';

/** RSpace asks its server for the lock and the texts before it builds an editor (milliseconds). */
const usualPatience = 30_000;

/**
 * Presses RSpace's own pencil, by which RSpace takes the document's edit lock: only ever upon a click of the person's
 * on a button that says so. Waits until the editor is ready.
 *
 * @throws {CodedError} why RSpace did not open the field; `cancelled` after `signal`.
 */
export async function openField(
  id: string,
  page: Document,
  access: EditAccess,
  signal: AbortSignal,
): Promise<void> {
  const pencil = pencilOf(id, page);
  if (!pencil) throw new CodedError('notOpened');
  const opened = untilOpen(id, page, access, signal);
  pencil.click();
  await opened;
}

/** Waits until the editor of a field is ready: it is being opened, or re-created by a save. */
export async function untilOpen(
  id: string,
  page: Document,
  access: EditAccess,
  signal: AbortSignal,
  patience = usualPatience,
): Promise<void> {
  const settled = new AbortController();
  const end = AbortSignal.any([signal, settled.signal, AbortSignal.timeout(patience)]);
  const ready = Promise.withResolvers<void>();
  const look = async (refused: boolean) => {
    const { field, editable } = await askEditor('describe', {});
    if (field?.id === id) ready.resolve();
    else if (refused) ready.reject(await reasonFor(editable, access, signal));
  };
  page.addEventListener('tinymce-iframe-loaded', () => void look(false).catch(ready.reject), { signal: end });
  end.addEventListener('abort', () => ready.reject(end.reason));
  // One that is up already says something else.
  let wasUp = isMessageUp(page);
  const lookAtMessage = () => {
    const isUp = isMessageUp(page);
    if (isUp && !wasUp) void look(true).catch(ready.reject);
    wasUp = isUp;
  };
  followLayers(page, lookAtMessage, end);
  void look(false).catch(ready.reject);
  try {
    await ready.promise;
  } catch (thrown) {
    signal.throwIfAborted();
    throw thrown instanceof CodedError ? thrown : new CodedError('notOpened', {}, { cause: thrown });
  } finally {
    settled.abort();
  }
}

/** RSpace has refused: its page says why, or its server does. */
async function reasonFor(
  editable: string | null,
  access: EditAccess,
  signal: AbortSignal,
): Promise<CodedError> {
  const told = refusals.get(editable);
  if (told) return new CodedError(told);
  const answer = await access.ask(signal);
  // That nobody holds the lock is no reason: RSpace was asked to take it.
  return new CodedError(answer.kind === 'refused' && answer.code !== 'lockLost' ? answer.code : 'notOpened');
}

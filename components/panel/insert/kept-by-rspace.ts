import { CodedError, toFailure } from '../../../utils/messages/failure.ts';
import type { EditAccess } from '../../../utils/rspace/editor/edit-access.ts';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import { obstacleIn } from '../../../utils/rspace/editor/editor-protocol.ts';
import { followLayers, isCovered } from '../../../utils/rspace/page/layers.ts';
import { untilOpen } from './field-opening.ts';

/**
 * Waits until RSpace has uncovered its page. What is inserted while it saves would be lost: RSpace has sent the old
 * text already, and puts that into the next editor.
 *
 * @throws {CodedError} `notOpened` when `end` comes first.
 */
async function untilUncovered(page: Document, end: AbortSignal): Promise<void> {
  if (!isCovered(page)) return;
  const uncovered = Promise.withResolvers<void>();
  const settled = new AbortController();
  const look = () => {
    if (!isCovered(page)) uncovered.resolve();
  };
  followLayers(page, look, AbortSignal.any([end, settled.signal]));
  end.addEventListener('abort', () => uncovered.reject(new CodedError('notOpened')), { once: true });
  try {
    await uncovered.promise;
  } finally {
    settled.abort();
  }
}

/** A save re-creates the editor within a second or two (milliseconds). */
const patience = 10_000;

/**
 * Waits until what is put into a text field would stay in it: RSpace has confirmed that it would take it, is not just
 * saving, and has created the editor that follows.
 *
 * @returns whether RSpace has confirmed it; if not, it could not say.
 * @throws {CodedError} why it would not.
 */
export async function untilKept(field: string, access: EditAccess, signal: AbortSignal): Promise<boolean> {
  const confirmed = await confirmOpen(access, signal);
  await untilUncovered(document, AbortSignal.any([signal, AbortSignal.timeout(patience)]));
  const now = await askEditor('describe', {});
  if (now.editable === 'EDIT_MODE' && !now.field) await untilOpen(field, document, access, signal, patience);
  return confirmed;
}

/** That nobody holds the lock is no news where the person has just closed the document: it is not being edited then. */
async function confirmOpen(access: EditAccess, signal: AbortSignal): Promise<boolean> {
  try {
    return await access.confirm(signal);
  } catch (thrown) {
    if (toFailure(thrown).code !== 'lockLost') throw thrown;
    const now = await askEditor('describe', {});
    throw now.editable === 'EDIT_MODE' ? thrown : new CodedError(obstacleIn(now));
  }
}

import type { Failure } from '../../../utils/messages/failure.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { Renewed } from '../update/update-model.ts';
import type { BookingsModel } from './bookings-model.ts';

/**
 * Asks Calira for some bookings as they are now, whatever is known of them already: the list, and then their details.
 * @throws {CodedError} where the list could not be read; `expired` also where that came out with the details.
 */
export async function readAgain(
  bookings: BookingsModel,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Renewed> {
  await bookings.load();
  signal.throwIfAborted();
  const list = bookings.state.value;
  if (list.kind === 'failed') throw new CodedError(list.failure.code, list.failure);
  // While it is being read again, by somebody else's wish, nothing can be said.
  if (list.kind !== 'ready') throw new CodedError('interrupted');
  const listed = ids.filter((id) => bookings.rows.value.has(id));
  const failed = await bookings.renewDetails(listed, signal);
  if ([...failed.values()].some(({ code }) => code === 'expired')) throw new CodedError('expired');
  const rows = listed.flatMap((id) => {
    const row = bookings.rows.value.get(id);
    return row?.details && !failed.has(id) ? [[id, row] as const] : [];
  });
  const incomplete = list.failure !== null || list.missing > 0;
  const unread = ids.filter((id) => {
    const failure = failed.get(id);
    return failure ? !isHidden(failure) : incomplete && !bookings.rows.value.has(id);
  });
  return { rows: new Map(rows), retrievedAt: list.retrievedAt, unread };
}

/** @returns whether Calira does not show a booking to this person: it is gone, or not shared. */
function isHidden({ code, detail = '' }: Failure): boolean {
  return /^(HTTP 40[34]\b|not listed)/.test(detail) && (code === 'forbidden' || code === 'unexpectedAnswer');
}

import { signal } from '@preact/signals';
import type { BookingRow } from '../../utils/bookings/booking.ts';
import type { Failure } from '../../utils/messages/failure.ts';
import { CodedError, toFailure } from '../../utils/messages/failure.ts';
import type { BookingsModel } from './bookings-model.ts';
import { ClipboardRefused } from './clipboard.ts';
import type { Delivered } from './deliver.ts';
import type { SelectionModel } from './selection-model.ts';

/** Where the selected bookings go. */
export type Purpose = 'insert' | 'copy';

/** Handing the selected bookings over to the document or the clipboard. Nothing leaves before it is complete. */
export type Handover =
  | { kind: 'idle' }
  | { kind: 'preparing'; purpose: Purpose; done: number; total: number }
  | {
      kind: 'incomplete';
      purpose: Purpose;
      missing: BookingRow[];
      complete: BookingRow[];
    }
  /** The browser allows copying only right after a click, and this took longer: one more click is needed. */
  | { kind: 'ready'; purpose: 'copy' }
  | ({ kind: 'done'; purpose: Purpose; count: number } & Delivered)
  | { kind: 'failed'; purpose: Purpose; failure: Failure };

export type HandoverModel = ReturnType<typeof createHandoverModel>;

/**
 * @param deliver puts complete rows into the document or on the clipboard.
 */
export function createHandoverModel(
  bookings: BookingsModel,
  selection: SelectionModel,
  deliver: (purpose: Purpose, rows: readonly BookingRow[]) => Promise<Delivered>,
) {
  const state = signal<Handover>({ kind: 'idle' });
  let running: AbortController | null = null;

  async function finish(purpose: Purpose, rows: readonly BookingRow[]): Promise<void> {
    try {
      const delivered = await deliver(purpose, rows);
      state.value = { kind: 'done', purpose, count: rows.length, ...delivered };
      if (purpose === 'insert') selection.clear();
    } catch (thrown) {
      if (thrown instanceof ClipboardRefused) state.value = { kind: 'ready', purpose: 'copy' };
      else state.value = { kind: 'failed', purpose, failure: toFailure(thrown) };
    }
  }

  /** Waits for the details of everything selected, telling how far it is. */
  async function prepare(purpose: Purpose, ids: readonly string[], signal: AbortSignal): Promise<void> {
    const withDetails = () => ids.filter(bookings.isComplete).length;
    const stop = bookings.rows.subscribe(() => {
      state.value = { kind: 'preparing', purpose, done: withDetails(), total: ids.length };
    });
    try {
      const failed = await bookings.loadDetails(ids, signal);
      // An authorisation that has expired keeps every booking back alike: it is the news, not each of them.
      const expired = [...failed.values()].find(({ code }) => code === 'expired');
      if (expired) throw new CodedError('expired');
    } finally {
      stop();
    }
  }

  async function start(purpose: Purpose): Promise<void> {
    const ids = selection.rows.value.map(({ id }) => id);
    if (ids.length === 0) return;
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      await prepare(purpose, ids, mine.signal);
      mine.signal.throwIfAborted();
    } catch (thrown) {
      // Whoever began anew, or cancelled, has said how things stand.
      if (running !== mine || mine.signal.aborted) return;
      const failure = toFailure(thrown);
      state.value = failure.code === 'cancelled' ? { kind: 'idle' } : { kind: 'failed', purpose, failure };
      return;
    }
    const wanted = selection.rows.value.filter(({ id }) => ids.includes(id));
    const complete = wanted.filter(({ id }) => bookings.isComplete(id));
    const missing = wanted.filter(({ id }) => !bookings.isComplete(id));
    if (missing.length > 0) state.value = { kind: 'incomplete', purpose, missing, complete };
    else await finish(purpose, complete);
  }

  return {
    state,
    start,
    cancel() {
      running?.abort();
      state.value = { kind: 'idle' };
    },
    /** Goes on without the bookings that could not be loaded: the person has seen their names. */
    async proceed(): Promise<void> {
      if (state.value.kind === 'incomplete') await finish(state.value.purpose, state.value.complete);
    },
  };
}

import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import type { Failure } from '../../../utils/messages/failure.ts';
import { CodedError, toFailure } from '../../../utils/messages/failure.ts';
import { createOneAtATime } from '../../../utils/one-at-a-time.ts';
import type { TextField } from '../../../utils/rspace/editor/editor-protocol.ts';
import type { BookingsModel } from '../connection/bookings-model.ts';
import type { SelectionModel } from '../list/selection-model.ts';
import { ClipboardRefused } from './clipboard.ts';
import type { Delivered } from './deliver.ts';
import type { Target } from './editor-model.ts';
import { loadAhead } from './load-ahead.ts';

/** Where the selected bookings go. */
export type Purpose = 'insert' | 'copy';

/** Complete rows, and where they go. */
export type Delivery = { rows: readonly BookingRow[] } & (
  | { purpose: 'insert'; target: Target }
  | { purpose: 'copy' }
);

/** Handing the selected bookings over to the document or the clipboard. Nothing leaves before it is complete. */
export type Handover =
  | { kind: 'idle' }
  /** RSpace has been asked to open a field; what is selected goes there. */
  | { kind: 'opening'; purpose: 'insert'; field: TextField }
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

interface Ways {
  /** Puts rows into the document or on the clipboard. */
  deliver: (delivery: Delivery, signal: AbortSignal) => Promise<Delivered>;
  /**
   * Where an insertion that begins now goes.
   * @throws {CodedError} why there is no such place.
   */
  aim: () => Target;
  /** Whether Calira can be asked now, and somebody is looking. */
  mayAsk: ReadonlySignal<boolean>;
  /** Lets RSpace open a field. */
  openField: (field: TextField, signal: AbortSignal) => Promise<void>;
}

export function createHandoverModel(bookings: BookingsModel, selection: SelectionModel, ways: Ways) {
  const state = signal<Handover>({ kind: 'idle' });
  const oneAtATime = createOneAtATime();
  /** Where the person wanted the insertion that is under way or held up: it goes there and nowhere else. */
  let target: Target | null = null;

  const exclusively = (purpose: Purpose, work: (signal: AbortSignal) => Promise<void>) =>
    oneAtATime.run(work, (thrown) => {
      const failure = toFailure(thrown);
      if (thrown instanceof ClipboardRefused) state.value = { kind: 'ready', purpose: 'copy' };
      else if (failure.code === 'cancelled') state.value = { kind: 'idle' };
      else state.value = { kind: 'failed', purpose, failure };
    });

  async function finish(purpose: Purpose, rows: readonly BookingRow[], signal: AbortSignal): Promise<void> {
    const delivery: Delivery =
      purpose === 'insert' ? { purpose, rows, target: target ?? ways.aim() } : { purpose, rows };
    const delivered = await ways.deliver(delivery, signal);
    state.value = { kind: 'done', purpose, count: rows.length, ...delivered };
    if (purpose === 'insert') selection.clear();
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

  async function hand(purpose: Purpose, signal: AbortSignal): Promise<void> {
    const ids = selection.rows.value.map(({ id }) => id);
    await prepare(purpose, ids, signal);
    signal.throwIfAborted();
    const wanted = selection.rows.value.filter(({ id }) => ids.includes(id));
    const complete = wanted.filter(({ id }) => bookings.isComplete(id));
    const missing = wanted.filter(({ id }) => !bookings.isComplete(id));
    if (missing.length > 0) state.value = { kind: 'incomplete', purpose, missing, complete };
    else await finish(purpose, complete, signal);
  }

  return {
    state,
    /** Selected bookings whose details are being loaded before anybody hands them over. */
    ahead: loadAhead(bookings, selection, ways.mayAsk),
    async start(purpose: Purpose): Promise<void> {
      if (selection.rows.value.length === 0) return;
      await exclusively(purpose, async (signal) => {
        target = purpose === 'insert' ? ways.aim() : null;
        await hand(purpose, signal);
      });
    },
    /** Goes on with what was held up, to the same place. */
    again(purpose: Purpose): Promise<void> {
      return exclusively(purpose, (signal) => hand(purpose, signal));
    },
    /** Opens a field for editing and inserts what is selected, if anything is. */
    openAndInsert(field: TextField): Promise<void> {
      return exclusively('insert', async (signal) => {
        state.value = { kind: 'opening', purpose: 'insert', field };
        await ways.openField(field, signal);
        signal.throwIfAborted();
        target = { field, atEnd: true };
        if (selection.rows.value.length > 0) await hand('insert', signal);
        else state.value = { kind: 'idle' };
      });
    },
    cancel() {
      oneAtATime.cancel();
      state.value = { kind: 'idle' };
    },
    /** Goes on without the bookings that could not be loaded: the person has seen their names. */
    async proceed(): Promise<void> {
      const { value } = state;
      if (value.kind !== 'incomplete') return;
      await exclusively(value.purpose, (signal) => finish(value.purpose, value.complete, signal));
    },
  };
}

import type { ReadonlySignal } from '@preact/signals';
import { computed, effect, signal, untracked } from '@preact/signals';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { newestFirst } from '../../../utils/bookings/sort.ts';
import type { Failure } from '../../../utils/messages/failure.ts';
import { toFailure } from '../../../utils/messages/failure.ts';
import type { BookingsModel } from '../connection/bookings-model.ts';
import type { FindModel } from './find-model.ts';

/**
 * Details are asked for in portions: few enough that what somebody scrolls to has not long to wait, enough that
 * Calira always has something to do.
 */
const portion = 40;

/** Nothing is asked for before the question has rested this long: people type on (milliseconds). */
const rest = 250;

export type CheckState =
  | { kind: 'idle' }
  | { kind: 'checking' }
  /** By the person, or because Calira would not go on. */
  | { kind: 'stopped'; failure: Failure | null };

/**
 * Reads the details that a search, a filter or an order needs, newest first, of all bookings that the other filters
 * leave. Until then a booking is neither a match nor excluded.
 *
 * @param mayAsk whether Calira can be asked now, and somebody is looking.
 */
export function createCheckModel(bookings: BookingsModel, find: FindModel, mayAsk: ReadonlySignal<boolean>) {
  const state = signal<CheckState>({ kind: 'idle' });
  /** Those whose details could not be read for this question. */
  const failed = signal<ReadonlySet<string>>(new Set());
  let running: AbortController | null = null;
  let waiting: ReturnType<typeof setTimeout> | null = null;

  const untried = (): BookingRow[] => find.needed.value.filter(({ id }) => !failed.value.has(id));

  async function run(mine: AbortController): Promise<void> {
    state.value = { kind: 'checking' };
    try {
      for (let next = untried(); next.length > 0; next = untried()) {
        const ids = newestFirst(next)
          .slice(0, portion)
          .map(({ id }) => id);
        const failures = await bookings.loadDetails(ids, mine.signal, true);
        mine.signal.throwIfAborted();
        // What is still unknown after it was asked for would be asked for for ever.
        const unread = ids.filter((id) => !bookings.rows.value.get(id)?.details);
        failed.value = new Set([...failed.value, ...unread]);
        const [first] = failures.values();
        if (first && unread.length === ids.length) return stop(first);
      }
      state.value = { kind: 'idle' };
    } catch (thrown) {
      if (running === mine) stop(mine.signal.aborted ? null : toFailure(thrown));
    } finally {
      if (running === mine) running = null;
    }
  }

  /** Ends what runs or is about to. */
  function halt(): void {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    running?.abort();
    running = null;
  }

  function stop(failure: Failure | null = null): void {
    halt();
    state.value = { kind: 'stopped', failure };
  }

  function start(): void {
    halt();
    running = new AbortController();
    void run(running);
  }

  /** The question that somebody was last looking at: before anybody does, nothing is worked out. */
  let asked: string | null = null;
  const stopFollowing = effect(() => {
    if (!mayAsk.value) return untracked(pause);
    const question = find.question.value;
    // Another question has other bookings to look at, and nobody has stopped it yet.
    if (question !== asked) untracked(reset);
    asked = question;
    if (state.value.kind === 'idle' && untried().length > 0) waiting ??= setTimeout(start, rest);
  });

  function reset(): void {
    halt();
    failed.value = new Set();
    state.value = { kind: 'idle' };
  }

  /** Nobody looks any more, or nobody may: later it goes on where it was, unless the person had stopped it. */
  function pause(): void {
    halt();
    if (state.value.kind !== 'stopped' || state.value.failure) state.value = { kind: 'idle' };
  }

  return {
    state,
    failed,
    progress: computed(() => {
      const { candidates } = find.found.value;
      const open = untried().length;
      return { checked: candidates - open, total: candidates, open };
    }),
    stop: () => stop(),
    /** Goes on, and tries once more what could not be read. */
    goOn() {
      failed.value = new Set();
      start();
    },
    end() {
      stopFollowing();
      halt();
    },
  };
}

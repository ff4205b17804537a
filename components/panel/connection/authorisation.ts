import type { ReadonlySignal } from '@preact/signals';
import { effect, untracked } from '@preact/signals';
import type { Connection } from '../../../utils/calira/connection.ts';
import { authorisedSince } from '../../../utils/calira/connection.ts';
import type { HandoverModel } from '../insert/handover-model.ts';
import type { SelectionModel } from '../list/selection-model.ts';
import type { BookingsModel } from './bookings-model.ts';

/** Before the background has told how things stand, it is asked all the same: where there is no authorisation, it refuses. */
const presumed = Symbol('presumed');

interface Parts {
  /** Whether somebody looks, or is about to. */
  wanted: ReadonlySignal<boolean>;
  connection: ReadonlySignal<Connection | null>;
  bookings: BookingsModel;
  selection: SelectionModel;
  handover: HandoverModel;
}

/**
 * What a panel does when an authorisation begins, expires, is followed by another one, or is given up: the list is read
 * afresh, and what the person was doing goes on.
 *
 * @returns how to stop.
 */
export function followAuthorisation({
  wanted,
  connection,
  bookings,
  selection,
  handover,
}: Parts): () => void {
  /** Which authorisation is in force, by the moment of its beginning; null while there is none, or nobody looks. */
  let current: number | typeof presumed | null = null;
  /** The one that the list was read under. */
  let listed: number | null = null;

  /** @returns whether the list that is being read, or has been, is this authorisation's. */
  function isAdopted(since: number): boolean {
    if (current !== presumed || bookings.state.peek().kind === 'failed') return false;
    listed = since;
    return true;
  }

  const stopListing = effect(() => {
    const { value } = connection;
    if (wanted.value && value === null) {
      if (current !== presumed) untracked(() => void bookings.load());
      current = presumed;
      return;
    }
    const since = wanted.value && value ? authorisedSince(value) : null;
    if (since !== null && since !== current && !isAdopted(since)) {
      // Nothing tells whether another one is another account's.
      const another = since !== listed;
      listed = since;
      untracked(() => void bookings.load(another));
    }
    if (since === null && value && current === presumed) untracked(bookings.forget);
    current = since;
    if (value?.state !== 'disconnected' && value?.state !== 'notConfigured') return;
    listed = null;
    untracked(() => {
      bookings.forget();
      selection.clear();
      handover.cancel();
    });
  });

  /** The authorisation that expired while selected bookings were being handed over. */
  let heldUnder: number | null | undefined;
  const stopResuming = effect(() => {
    const { value } = handover.state;
    const heldUp = value.kind === 'failed' && value.failure.code === 'expired' ? value.purpose : null;
    const ready = bookings.state.value.kind === 'ready';
    if (heldUp === null) heldUnder = undefined;
    else if (heldUnder === undefined) heldUnder = listed;
    else if (ready && heldUnder !== listed) untracked(() => resume(heldUp));
  });

  function resume(purpose: 'insert' | 'copy'): void {
    const complete = [...selection.ids.value].every((id) => bookings.rows.value.has(id));
    // Fewer bookings than were chosen are not handed over unasked.
    if (complete) void handover.again(purpose);
    else handover.cancel();
  }

  return () => {
    stopListing();
    stopResuming();
  };
}

import type { ReadonlySignal } from '@preact/signals';
import { effect } from '@preact/signals';
import type { BookingsModel } from '../connection/bookings-model.ts';
import { createLooks } from '../list/looks.ts';
import type { SelectionModel } from '../list/selection-model.ts';

/** Whoever selects goes on selecting (milliseconds). */
const rest = 250;
/** So many are looked up ahead. Thousands that one click has selected wait until they are wanted. */
const most = 200;

/**
 * Loads the details of selected bookings, behind those of what is in view: an insertion then finds them there, and
 * copying does not outlast the click that allows it. What is no longer selected is no longer loaded.
 *
 * @param mayAsk whether Calira can be asked now, and somebody is looking.
 * @returns what is wanted, and what of it is on its way.
 */
export function loadAhead(
  bookings: BookingsModel,
  selection: SelectionModel,
  mayAsk: ReadonlySignal<boolean>,
) {
  const looks = createLooks((ids, signal) => bookings.loadDetails(ids, signal, true), bookings.isLacking);
  effect(() => {
    const ids = mayAsk.value ? selection.rows.value.slice(0, most).map(({ id }) => id) : [];
    const timer = setTimeout(() => {
      void looks.at(ids.filter((id) => !bookings.unavailable.value.has(id)));
    }, rest);
    return () => clearTimeout(timer);
  });
  return looks.now;
}

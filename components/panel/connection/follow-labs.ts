import type { ReadonlySignal } from '@preact/signals';
import { effect, untracked } from '@preact/signals';
import { isOfLab } from '../../../utils/bookings/ownership.ts';
import type { Connection } from '../../../utils/calira/connection.ts';
import type { LabsForPanel } from '../../../utils/calira/lab-choice.ts';
import type { BookingsModel } from './bookings-model.ts';

interface Parts {
  open: ReadonlySignal<boolean>;
  connection: ReadonlySignal<Connection | null>;
  labs: ReadonlySignal<LabsForPanel | null>;
  bookings: BookingsModel;
}

/**
 * What a panel does when the person changes which labs are authorised: the rows of a lab that no longer is go at
 * once, then the list is read afresh.
 *
 * @returns how to stop.
 */
export function followLabs({ open, connection, labs, bookings }: Parts): () => void {
  let current: string | null = null;
  return effect(() => {
    if (!labs.value) return;
    const before = current;
    const { everything, authorised } = labs.value;
    const ids = new Set(authorised.map(({ id }) => id));
    current = `${everything} ${[...ids].sort().join(' ')}`;
    if (before === null || before === current) return;
    untracked(() => {
      if (!everything) bookings.keepOnly((row) => isOfLab(row, ids));
      // While the person is signing in, the list is read as soon as that has ended.
      if (open.value && connection.value?.state === 'connected') void bookings.load();
    });
  });
}

import type { BookingRow } from '../bookings/booking.ts';
import type { PanelPush, PanelPushes } from '../messages/panel.ts';

/** Details come one by one, and a message for each would cost more than what it says (milliseconds). */
const gathering = 30;

/** A way to tell a panel that gathers what comes in quick succession into few messages. */
export interface GatheredPush {
  push(message: PanelPush): void;
  /** Tells at once what has been gathered. To be called at the end of the work. */
  flush(): void;
}

/**
 * What comes after a pause is told at once; what follows it within a moment is told together: the latest version of every
 * row, and the latest progress.
 */
export function gatheredPush(push: (message: PanelPush) => void): GatheredPush {
  const rows = new Map<string, BookingRow>();
  let progress: PanelPushes['progress'] | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function tell(): boolean {
    const anything = rows.size > 0 || progress !== null;
    if (rows.size > 0) push({ push: 'rows', value: [...rows.values()] });
    if (progress !== null) push({ push: 'progress', value: progress });
    rows.clear();
    progress = null;
    return anything;
  }

  function pause(): void {
    timer = setTimeout(() => {
      timer = null;
      if (tell()) pause();
    }, gathering);
  }

  return {
    push(message) {
      if (message.push === 'rows') for (const row of message.value) rows.set(row.id, row);
      else if (message.push === 'progress') progress = message.value;
      else return push(message);
      if (timer !== null) return;
      tell();
      pause();
    },
    flush() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      tell();
    },
  };
}

/**
 * One gatherer for each panel, whatever it has asked for: told apart, a row of the list could come after its own details
 * and take them away again.
 *
 * @returns a function from a panel's `push`, which is the same for all of its commands, to its gatherer.
 */
export function createGatherers(): (push: (message: PanelPush) => void) => GatheredPush {
  const all = new WeakMap<(message: PanelPush) => void, GatheredPush>();
  return (push) => {
    const gathered = all.get(push) ?? gatheredPush(push);
    all.set(push, gathered);
    return gathered;
  };
}

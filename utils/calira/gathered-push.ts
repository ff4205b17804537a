import type { BookingRow } from '../bookings/booking.ts';
import type { PanelPush, PanelPushes } from '../messages/panel.ts';

/** Details come one by one, and a message for each would cost more than what it says (milliseconds). */
const gathering = 30;
/** What was asked for side by side comes in quick succession: rows wait so long for those that belong to them. */
const moment = 4;

/** A way to tell a panel that gathers what comes in quick succession into few messages. */
export interface GatheredPush {
  push(message: PanelPush): void;
  /** Tells at once what has been gathered. To be called at the end of the work. */
  flush(): void;
}

/**
 * Rows that come after a pause are told in a moment; what follows them is told together: the latest version of every
 * row, and the latest progress. Progress alone makes nobody wait, and where everything has been told, nothing does.
 */
export function gatheredPush(push: (message: PanelPush) => void): GatheredPush {
  const rows = new Map<string, BookingRow>();
  let progress: PanelPushes['progress'] | null = null;
  let next: { at: number; timer: ReturnType<typeof setTimeout> } | null = null;
  /** When rows were told last. */
  let told = Number.NEGATIVE_INFINITY;

  function tell(): void {
    clearTimeout(next?.timer);
    next = null;
    if (rows.size > 0) {
      push({ push: 'rows', value: [...rows.values()] });
      told = performance.now();
    }
    if (progress !== null) push({ push: 'progress', value: progress });
    rows.clear();
    progress = null;
  }

  /** @param wait (milliseconds) at most. */
  function tellWithin(wait: number): void {
    const at = performance.now() + wait;
    if (next && next.at <= at) return;
    clearTimeout(next?.timer);
    next = { at, timer: setTimeout(tell, wait) };
  }

  return {
    push(message) {
      if (message.push === 'rows') {
        for (const row of message.value) rows.set(row.id, row);
        tellWithin(Math.max(moment, told + gathering - performance.now()));
      } else if (message.push === 'progress') {
        progress = message.value;
        tellWithin(gathering);
      } else {
        if (message.push === 'told') tell();
        push(message);
      }
    },
    flush: tell,
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

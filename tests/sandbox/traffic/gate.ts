import type { Arrival, Match } from './match.ts';
import { matcher } from './match.ts';

/** Where a request is held: before the server has seen it, or when its work is done and the answer is ready. */
export type HoldPoint = 'request' | 'response';

export interface Hold {
  /** Settles when a request is held for the first time. */
  reached: Promise<void>;
  /** How many are held now. */
  held(): number;
  /** Settles when that many have been held since the beginning. */
  reachedBy(count: number): Promise<void>;
  /** Lets all held ones go on, and those to come. */
  release(): void;
}

interface Gate {
  matches: (arrival: Arrival) => boolean;
  at: HoldPoint;
  open: Promise<void>;
  enter(): void;
  leave(): void;
  release(): void;
}

/** Holds requests until a test lets them go on. */
export class Gates {
  readonly #gates = new Set<Gate>();

  hold(match: Match, at: HoldPoint = 'request'): Hold {
    const opening = Promise.withResolvers<void>();
    let held = 0;
    let total = 0;
    const waiting = new Set<{ count: number; resolve: () => void }>();
    const reachedBy = (count: number) => {
      if (total >= count) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add({ count, resolve });
      return promise;
    };
    const gate: Gate = {
      matches: matcher(match),
      at,
      open: opening.promise,
      enter: () => {
        held += 1;
        total += 1;
        for (const one of waiting) if (total >= one.count) one.resolve();
      },
      leave: () => {
        held -= 1;
      },
      release: () => {
        this.#gates.delete(gate);
        opening.resolve();
      },
    };
    this.#gates.add(gate);
    return {
      reached: reachedBy(1),
      held: () => held,
      reachedBy,
      release: gate.release,
    };
  }

  /** Waits at every gate that holds such a request at that point. */
  async pass(arrival: Arrival, at: HoldPoint): Promise<void> {
    for (const gate of [...this.#gates]) {
      if (gate.at !== at || !gate.matches(arrival)) continue;
      gate.enter();
      await gate.open;
      gate.leave();
    }
  }

  releaseAll(): void {
    for (const gate of [...this.#gates]) gate.release();
  }
}

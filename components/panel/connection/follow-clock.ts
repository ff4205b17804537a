import type { ReadonlySignal, Signal } from '@preact/signals';
import { effect } from '@preact/signals';

/** What is coming and what *today* is changes by the minute at most (milliseconds). */
const step = 60_000;

/** Keeps the time while the panel is open. @returns how to stop. */
export function followClock(open: ReadonlySignal<boolean>, now: Signal<number>): () => void {
  return effect(() => {
    if (!open.value) return;
    now.value = Date.now();
    const timer = setInterval(() => {
      now.value = Date.now();
    }, step);
    return () => clearInterval(timer);
  });
}

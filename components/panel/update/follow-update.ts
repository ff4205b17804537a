import type { ReadonlySignal } from '@preact/signals';
import { effect } from '@preact/signals';

/** No event tells a page that its copy of the extension is an old one by now (milliseconds). */
const period = 1_000;

/**
 * Asks again and again, while the panel is open, whether the extension was updated or removed.
 * @returns how to stop.
 */
export function followUpdate(open: ReadonlySignal<boolean>, isInForce: () => boolean): () => void {
  return effect(() => {
    if (!open.value) return;
    const timer = setInterval(() => {
      if (!isInForce()) clearInterval(timer);
    }, period);
    return () => clearInterval(timer);
  });
}

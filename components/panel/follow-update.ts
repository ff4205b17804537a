import type { ReadonlySignal } from '@preact/signals';
import { effect } from '@preact/signals';

/** No event tells a page that its copy of the extension is an old one by now (milliseconds). */
const period = 1_000;

/**
 * Notices, while the panel is open, that the extension was updated or removed.
 * @returns how to stop.
 */
export function followUpdate(
  open: ReadonlySignal<boolean>,
  inForce: () => boolean,
  onOutdated: () => void,
): () => void {
  return effect(() => {
    if (!open.value) return;
    const timer = setInterval(() => {
      if (inForce()) return;
      clearInterval(timer);
      onOutdated();
    }, period);
    return () => clearInterval(timer);
  });
}

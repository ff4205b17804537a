import type { ReadonlySignal } from '@preact/signals';
import { effect, signal } from '@preact/signals';
import { namesOfBookings } from '../../../utils/rspace/output/named-bookings.ts';

/** RSpace tells by these events that an editor is ready, and that a field was closed or refreshed. */
const fieldEvents = ['tinymce-iframe-loaded', 'document-placed'];
/** A document that is being written in is looked at when it has rested this long (milliseconds). */
const rest = 250;

/**
 * Which bookings stand in this document already, in its text fields and in the open editor: how they are named there,
 * as `isNamed` reads it. Followed while the panel is open.
 *
 * @param end ends the following.
 */
export function createDocumentBookings(page: Document, open: ReadonlySignal<boolean>, end: AbortSignal) {
  const names = signal<ReadonlySet<string>>(new Set());

  /** The document, without RSpace's own dialogs, and the editor's, which is of the same origin. */
  function places(): HTMLElement[] {
    const frames = page.querySelectorAll<HTMLIFrameElement>('iframe[id^="rtf_"]');
    const main = page.querySelector<HTMLElement>('#main') ?? page.body;
    return [main, ...[...frames].flatMap((frame) => frame.contentDocument?.body ?? [])];
  }

  function look(): void {
    const next = new Set(places().flatMap(namesOfBookings));
    if (next.size !== names.value.size || [...next].some((name) => !names.value.has(name)))
      names.value = next;
  }

  const stop = effect(() => {
    if (!open.value) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null;
        look();
      }, rest);
    };
    const changes = new MutationObserver(soon);
    const follow = () => {
      changes.disconnect();
      for (const place of places()) changes.observe(place, { childList: true, subtree: true });
      look();
    };
    const following = new AbortController();
    for (const event of fieldEvents) page.addEventListener(event, follow, { signal: following.signal });
    follow();
    return () => {
      if (timer !== null) clearTimeout(timer);
      changes.disconnect();
      following.abort();
    };
  });
  end.addEventListener('abort', stop);
  return names;
}

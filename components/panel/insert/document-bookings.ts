import type { ReadonlySignal } from '@preact/signals';
import { effect, signal } from '@preact/signals';

/** RSpace tells by these events that an editor is ready, and that a field was closed or refreshed. */
const fieldEvents = ['tinymce-iframe-loaded', 'document-placed'];
/** A document that is being written in is looked at when it has rested this long (milliseconds). */
const rest = 250;

/**
 * Which bookings stand in this document already: in its text fields and in the open editor, where inserted rows carry
 * the ids of their bookings. Followed while the panel is open.
 *
 * @param end ends the following.
 */
export function createDocumentBookings(page: Document, open: ReadonlySignal<boolean>, end: AbortSignal) {
  const ids = signal<ReadonlySet<string>>(new Set());

  /** The document and the editor's own, which is of the same origin. */
  function places(): Document[] {
    const frames = page.querySelectorAll<HTMLIFrameElement>('iframe[id^="rtf_"]');
    return [page, ...[...frames].flatMap((frame) => frame.contentDocument ?? [])];
  }

  function look(): void {
    const found = places().flatMap((place) => [
      ...place.querySelectorAll<HTMLElement>('tr[data-calira-booking]'),
    ]);
    const next = new Set(found.map((row) => row.dataset.caliraBooking ?? ''));
    if (next.size !== ids.value.size || [...next].some((id) => !ids.value.has(id))) ids.value = next;
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
      for (const place of places()) {
        const root = place === page ? (page.querySelector('#main') ?? page.body) : place.body;
        if (root) changes.observe(root, { childList: true, subtree: true });
      }
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
  return ids;
}

import { signal } from '@preact/signals';

/**
 * Whether an editor fills the window. TinyMCE gives the page's body a class then, and lays the editor above everything
 * but RSpace's dialogs; nothing else on the page is observed.
 */
export function followFullScreen(page: Document, end: AbortSignal) {
  const isFull = () => page.body.classList.contains('tox-fullscreen');
  const full = signal(isFull());
  const changes = new MutationObserver(() => {
    full.value = isFull();
  });
  changes.observe(page.body, { attributes: true, attributeFilter: ['class'] });
  end.addEventListener('abort', () => changes.disconnect());
  return full;
}

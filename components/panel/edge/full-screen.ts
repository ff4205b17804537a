/**
 * Tells whether an editor fills the window, now and whenever that changes. TinyMCE gives the page's body a class then,
 * and lays the editor above everything but RSpace's dialogs; nothing else on the page is observed.
 */
export function followFullScreen(page: Document, tell: (full: boolean) => void, end: AbortSignal): void {
  const look = () => tell(page.body.classList.contains('tox-fullscreen'));
  const changes = new MutationObserver(look);
  changes.observe(page.body, { attributes: true, attributeFilter: ['class'] });
  end.addEventListener('abort', () => changes.disconnect());
  look();
}

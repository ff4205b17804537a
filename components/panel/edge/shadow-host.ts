/**
 * Puts a shadow root at the end of the page, so that RSpace's styles and ours leave each other alone, and takes it away
 * again at the `end`.
 *
 * @param css styles for what is inside; nothing of the page's is inherited.
 * @param keptEvents events that do not leave: what is typed here is not RSpace's business.
 * @returns the element to draw into.
 */
export function shadowHost(
  page: Document,
  css: string,
  keptEvents: readonly string[],
  end: AbortSignal,
): HTMLElement {
  const host = page.createElement('calira-bookings');
  const shadow = host.attachShadow({ mode: 'open' });
  const style = page.createElement('style');
  style.textContent = `:host{all:initial !important}${css}`;
  const inside = page.createElement('div');
  // A click that the page has made up does nothing: nothing that it is meant for, and no box only looks ticked.
  inside.addEventListener('click', refuseUntrusted, { capture: true });
  for (const event of keptEvents) inside.addEventListener(event, (kept) => kept.stopPropagation());
  shadow.append(style, inside);
  page.body.append(host);
  end.addEventListener('abort', () => host.remove());
  return inside;
}

function refuseUntrusted(event: Event): void {
  if (event.isTrusted) return;
  event.preventDefault();
  event.stopPropagation();
}

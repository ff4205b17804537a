const focusable = 'button, input, a[href]';

/**
 * Looks after the keyboard focus of a page whose controls come and go: when the focused one disappears (the button
 * *Connect*, once connected), the focus goes to its nearest neighbour instead of back to the top of the page.
 */
export function keepFocus(root: HTMLElement): void {
  let path: EventTarget[] = [];
  const last = () => path[0];
  root.addEventListener('focusin', (event) => {
    path = event.composedPath();
  });
  root.addEventListener('focusout', () => {
    // Left on purpose, unless it is gone.
    queueMicrotask(() => {
      if (isThere(last()) && document.activeElement !== last()) path = [];
    });
  });
  new MutationObserver(() => {
    if (path.length === 0 || isThere(last()) || document.activeElement !== document.body) return;
    const around = path.filter(
      (target) => target instanceof HTMLElement && isThere(target) && root.contains(target),
    );
    path = [];
    for (const element of around as HTMLElement[]) {
      const neighbour = element.querySelector<HTMLElement>(focusable);
      if (neighbour) return neighbour.focus();
    }
  }).observe(root, { childList: true, subtree: true });
}

function isThere(target: EventTarget | undefined): boolean {
  return target instanceof Node && target.isConnected;
}

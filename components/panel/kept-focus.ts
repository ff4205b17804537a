import { useEffect } from 'preact/hooks';

/**
 * Keeps the focus in an element when what had it goes away: a notice and its button leave as soon as they have
 * helped, and the keyboard would otherwise be back at the top of RSpace's page.
 */
export function useKeptFocus(element: { current: HTMLElement | null }): void {
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    let latest: Element | null = null;
    const enter = (event: FocusEvent) => {
      latest = event.target as Element;
    };
    const rescue = new MutationObserver(() => {
      if (!latest || latest.isConnected) return;
      latest = null;
      // Whoever has moved on, into the editor perhaps, is not called back.
      if (document.activeElement === document.body) current.focus();
    });
    current.addEventListener('focusin', enter);
    rescue.observe(current, { childList: true, subtree: true });
    return () => {
      rescue.disconnect();
      current.removeEventListener('focusin', enter);
    };
  }, []);
}

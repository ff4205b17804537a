/**
 * Where the person was before our button or the panel took the focus, in the editor most likely: there it goes back.
 * @param host of our shadow root.
 */
export function createFocusBefore(host: Element) {
  const page = host.ownerDocument;
  let before: HTMLElement | null = null;
  return {
    /** To be called before the focus is taken. Where our own button has it, the press has been told of before. */
    remember(): void {
      const { activeElement } = page;
      if (activeElement === host) return;
      before = activeElement instanceof HTMLElement && activeElement !== page.body ? activeElement : null;
    },
    /** @param otherwise where the focus goes if that place is gone, or there was none. */
    giveBack(otherwise: HTMLElement): void {
      const target = before?.isConnected ? before : otherwise;
      // A frame that has the focus takes keys but no text: in an editor it belongs to the body.
      const inside = target instanceof HTMLIFrameElement ? target.contentDocument?.body : null;
      (inside ?? target).focus();
    },
  };
}

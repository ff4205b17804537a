/**
 * Does something in the editor and gives the focus back: TinyMCE takes it, but the person is still here, perhaps with
 * more to do.
 */
export async function keepingFocus<T>(work: () => Promise<T>): Promise<T> {
  const focused = innermostFocus();
  try {
    return await work();
  } finally {
    focused?.focus();
  }
}

/** @returns the element that has the focus, within shadow roots too. */
function innermostFocus(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}

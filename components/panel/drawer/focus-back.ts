/** Gives the focus back to where it was. A frame that has it takes keys but no text: in an editor it belongs to the body. */
export function giveFocusBack(element: HTMLElement): void {
  const inside = element instanceof HTMLIFrameElement ? element.contentDocument?.body : null;
  (inside ?? element).focus();
}

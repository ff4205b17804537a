/**
 * @returns whether a person can see an element of RSpace's page, as far as CSS tells. What asks *is a dialog up, is this
 *   offered, is this open* asks here:
 *   - RSpace's dialogs stand in the page, hidden, from the moment it is loaded (seen on 2.26): to be there is not to be up.
 *   - `offsetParent` is null for what has `position: fixed`, as an editor has in TinyMCE's full screen.
 *   - A class says what a script meant; a stylesheet, or an element around it, may hide it all the same.
 */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

declare global {
  /** Shared by the content scripts of one page, and out of the page's reach. */
  var caliraWithoutButton: boolean | undefined;
}

/** Told by a script that runs before the panel's, on sites where the button is hidden. */
export function hideEdgeButton(): void {
  globalThis.caliraWithoutButton = true;
}

/** @returns whether the button at the edge of the page is to be seen, as things stood when the page was loaded. */
export function edgeButtonShown(): boolean {
  return globalThis.caliraWithoutButton !== true;
}

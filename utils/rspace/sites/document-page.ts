/** Recognising an RSpace document page: only there does anything of ours appear. */

const path = /^\/(?:workspace|notebook)\/editor\/structuredDocument\/(\d+)\/?$/;

/** @returns whether an address is that of a document, as far as an address can tell. */
export function isDocumentPath(pathname: string): boolean {
  return path.test(pathname);
}

/** @returns the document's id in RSpace, from its address; null where the address is no document's. */
export function documentId(pathname: string): string | null {
  return path.exec(pathname)?.[1] ?? null;
}

/** @returns whether the page looks like RSpace's document editor, not merely its address. */
export function isDocumentPage(page: Document, pathname: string): boolean {
  return (
    isDocumentPath(pathname) &&
    page.querySelector('#page #content #main') !== null &&
    page.querySelector('table#structuredDocument') !== null
  );
}

/** @returns the match patterns of document pages on the given sites (`https://rspace.ntnu.no/*`). */
export function documentMatches(sites: readonly string[]): string[] {
  const paths = ['workspace/editor/structuredDocument/*', 'notebook/editor/structuredDocument/*'];
  return sites.flatMap((site) => paths.map((path) => site.replace(/\*$/, path)));
}

/** @returns the match patterns of old revisions, whose addresses `documentMatches` would reach as well. */
export function auditMatches(sites: readonly string[]): string[] {
  return sites.map((site) => site.replace(/\*$/, 'workspace/editor/structuredDocument/audit/*'));
}

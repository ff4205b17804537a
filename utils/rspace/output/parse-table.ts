/**
 * Reads a table that the editor has, as nodes: in a document where nothing loads or runs, and from which nothing goes
 * anywhere but back into the same editor. Nothing of Calira's comes this way.
 *
 * @returns the table, or null where the text begins with something else.
 */
export function parseTable(html: string): HTMLTableElement | null {
  const [first] = new DOMParser().parseFromString(html, 'text/html').body.children;
  return first instanceof HTMLTableElement ? first : null;
}

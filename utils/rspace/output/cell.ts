/** One value of Calira's as it goes into a document: text, and a link where there is a page for it. */
export interface Cell {
  text: string;
  link?: string | null;
  /** The page that has the whole text, of which `text` is the beginning. */
  whole?: string | null;
}

/** Only addresses that a browser opens as pages become links, whatever an answer or a setting claims. */
function isPage(link: string): boolean {
  return URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
}

/** @returns a document in which nothing loads or runs. */
export function inertDocument(): Document {
  return document.implementation.createHTMLDocument('');
}

/** @returns a link to a page in Calira, in a tab of its own; just the text where the address is none. */
export function linkTo(page: string | null | undefined, text: string, owner: Document): Node {
  if (!page || !isPage(page)) return owner.createTextNode(text);
  const anchor = owner.createElement('a');
  anchor.href = page;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
  anchor.textContent = text;
  return anchor;
}

/** @returns the nodes that show a cell. @param more the text of the link to the whole of a shortened one. */
export function nodesOf({ text, link, whole }: Cell, more: string, owner: Document): Node[] {
  if (!text) return [];
  const shown = linkTo(link, text, owner);
  return whole && isPage(whole) ? [shown, owner.createTextNode(' '), linkTo(whole, more, owner)] : [shown];
}

/**
 * @param without an element whose text is left out.
 * @returns the text of an editor's body, without white space and without what TinyMCE keeps there for itself.
 */
export function wordsIn(body: Element, without?: Element): string {
  const counts = (node: Node) =>
    node !== without &&
    (node.nodeType !== node.ELEMENT_NODE || (node as Element).getAttribute('data-mce-bogus') !== 'all');
  const walker = body.ownerDocument.createTreeWalker(
    body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => (counts(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT),
  );
  const parts: string[] = [];
  while (walker.nextNode()) parts.push(walker.currentNode.nodeValue ?? '');
  return parts.join('').replace(/[\s\ufeff]+/g, '');
}

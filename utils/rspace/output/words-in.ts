/** @returns the text within an editor's body, without white space and without what TinyMCE keeps there for itself. */
export function wordsIn(root: Element | DocumentFragment): string {
  const counts = (node: Node) =>
    node.nodeType !== node.ELEMENT_NODE || (node as Element).getAttribute('data-mce-bogus') !== 'all';
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => (counts(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT),
  );
  const parts: string[] = [];
  while (walker.nextNode()) parts.push(walker.currentNode.nodeValue ?? '');
  return parts.join('').replace(/[\s\ufeff]+/g, '');
}

/** @returns whether `after` is `before` with nothing but `inserted` put in somewhere, in one piece. */
export function isInsertion(before: string, inserted: string, after: string): boolean {
  if (after.length !== before.length + inserted.length) return false;
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return after.slice(same + inserted.length) === before.slice(same) && isRotation(after, same, inserted);
}

/** Where what stands before an insertion ends as the insertion does, it cannot be told where exactly it begins. */
function isRotation(after: string, at: number, inserted: string): boolean {
  const piece = after.slice(at, at + inserted.length);
  return `${piece}${piece}`.includes(inserted);
}

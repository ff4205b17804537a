/** Which parts of a document an insertion must not land in. */

/** Blocks that RSpace or TinyMCE treat as one piece: an insertion would tear them in two. */
export const sealed = '.mceNonEditable, [contenteditable="false"]';

/** Where a block must not land: tables would nest, the others would be torn in two. */
export const closedToBlocks = `table, ul, ol, dl, pre, h1, h2, h3, h4, h5, h6, ${sealed}`;

/** Links neither nest nor are torn in two. */
export const link = 'a[href]';

/** @returns the outermost element around `node`, or itself, that matches, within the editor's body. */
export function outermostAround(node: Element, selector: string, body: HTMLElement): Element | null {
  let outermost: Element | null = null;
  for (let inner = node.closest(selector); inner && inner !== body && body.contains(inner); ) {
    outermost = inner;
    inner = inner.parentElement?.closest(selector) ?? null;
  }
  return outermost;
}

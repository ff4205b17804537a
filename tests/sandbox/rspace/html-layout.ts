import { escapeText, type HtmlElement, type HtmlNode, startOf } from './html-markup.ts';

/** Tags that jsoup puts on a line of their own, with their content on lines below. */
const BLOCKS = new Set(
  'body blockquote caption col colgroup dd div dl dt hr ol table tbody tfoot thead tr ul'.split(' '),
);
/** Block tags whose content stays on their line. */
const LINES = new Set('address h1 h2 h3 h4 h5 h6 li p pre td th'.split(' '));
const EMPTY = new Set('br col hr img param'.split(' '));
const DEEPEST_INDENTATION = 30;

/**
 * Prints the content of a body as jsoup 1.15.3 prints it for RSpace: as XML, one space of indentation, line breaks only
 * where they mean nothing, white space in text collapsed (not in `pre`). Other than jsoup, it prints what it has printed
 * once more without a change: white space beside a line break counts for nothing, and in `pre` nothing is laid out.
 */
export function print(nodes: readonly HtmlNode[]): string {
  const body: HtmlElement = { tag: 'body', attributes: [], children: nodes };
  return printContent(body, 0, true).replace(/^[ \n]+|[ \n]+$/g, '');
}

function printContent(parent: HtmlElement, depth: number, isLaidOut: boolean): string {
  const children = isLaidOut ? withoutIdleSpace(parent) : parent.children;
  return children
    .map((child, index) => {
      const start = isLaidOut && breaksLine(child, parent, index) ? lineBreak(depth) : '';
      return start + (typeof child === 'string' ? escapeText(child) : printElement(child, depth, isLaidOut));
    })
    .join('');
}

function printElement(element: HtmlElement, depth: number, isLaidOut: boolean): string {
  const { tag, children } = element;
  if (EMPTY.has(tag)) return `${startOf(element)} />`;
  const content = printContent(element, depth + 1, isLaidOut && tag !== 'pre');
  const end = isLaidOut && BLOCKS.has(tag) && children.length > 0 ? lineBreak(depth) : '';
  return `${startOf(element)}>${content}${end}</${tag}>`;
}

/** The children of `parent` with white space collapsed, and none left at the edges of a block and before a line break. */
function withoutIdleSpace(parent: HtmlElement): HtmlNode[] {
  const kept: HtmlNode[] = [];
  for (const [place, child] of parent.children.entries()) {
    if (typeof child !== 'string') {
      kept.push(child);
      continue;
    }
    let text = child.replace(/[ \t\n\f\r]+/g, ' ');
    if (kept.length === 0 && !isInline(parent.tag)) text = text.replace(/^ /, '');
    const next = parent.children[place + 1];
    const indexOfNext = kept.length + (/^ ?$/.test(text) ? 0 : 1);
    const endsLine = next === undefined ? !isInline(parent.tag) : breaksLine(next, parent, indexOfNext);
    if (endsLine) text = text.replace(/ $/, '');
    if (text !== '') kept.push(text);
  }
  return kept;
}

/** Returns whether `node`, the child of `parent` at `index`, starts a line. */
function breaksLine(node: HtmlNode, parent: HtmlElement, index: number): boolean {
  if (typeof node !== 'string' && BLOCKS.has(node.tag)) return true;
  const isInText = typeof node === 'string' || isInline(node.tag);
  return BLOCKS.has(parent.tag) && (index === 0 || !isInText);
}

function isInline(tag: string): boolean {
  return !BLOCKS.has(tag) && !LINES.has(tag);
}

function lineBreak(depth: number): string {
  return `\n${' '.repeat(Math.min(depth, DEEPEST_INDENTATION))}`;
}

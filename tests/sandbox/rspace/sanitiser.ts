import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as htmlNames, parseFragment } from 'parse5';

import { keepsTag, keptAttributes, playerAttributes } from './allow-list.ts';
import { print } from './html-layout.ts';
import { type HtmlNode, NUL } from './html-markup.ts';

/** Returns `html` as RSpace would store it: cleaned by the allow-list and printed by jsoup 1.15.3. */
export function sanitise(html: string): string {
  return print(cleanAll(parse(html)));
}

/** Parses as browsers do within `<body>`. Browsers leave U+0000 out, jsoup does not: it goes through as a stand-in. */
function parse(html: string): DefaultTreeAdapterTypes.ChildNode[] {
  const body = defaultTreeAdapter.createElement('body', htmlNames.NS.HTML, []);
  return parseFragment(body, html.replaceAll('\0', NUL), { scriptingEnabled: false }).childNodes;
}

function cleanAll(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): HtmlNode[] {
  return joinTexts(nodes.flatMap(clean));
}

/** An element that is not on the list goes, its content stays; scripts, styles and comments go altogether. */
function clean(node: DefaultTreeAdapterTypes.ChildNode): HtmlNode[] {
  if (defaultTreeAdapter.isTextNode(node)) return [node.value];
  if (!defaultTreeAdapter.isElementNode(node)) return [];
  const { tagName, attrs, childNodes } = node;
  if (tagName === 'script' || tagName === 'style') return [];
  const player = tagName === 'iframe' ? playerAttributes(attrs) : undefined;
  if (player) return [{ tag: tagName, attributes: player, children: [' '] }];
  const content = 'content' in node ? node.content.childNodes : childNodes;
  const children = cleanAll(content);
  return keepsTag(tagName)
    ? [{ tag: tagName, attributes: keptAttributes(tagName, attrs), children }]
    : children;
}

/** Text on both sides of what has gone is one text. */
function joinTexts(nodes: readonly HtmlNode[]): HtmlNode[] {
  const joined: HtmlNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node;
    else joined.push(node);
  }
  return joined;
}

/** Tags that jsoup puts on a line of their own, with their children on lines below. */
const BLOCKS = new Set(
  'blockquote caption col colgroup dd div dl dt hr ol table tbody tfoot thead tr ul'.split(' '),
);
/** Block tags whose content stays on their line. */
const LINES = new Set('address h1 h2 h3 h4 h5 h6 li p pre td th'.split(' '));
const EMPTY = new Set('br col hr img param'.split(' '));

/**
 * Lays cleaned, well-formed HTML out as jsoup's printer does for RSpace: one space of indentation, line breaks only where
 * they mean nothing, white space in text collapsed (not in `pre`), a no-break space as `&#xa0;`.
 */
export function layOut(html: string): string {
  const open: string[] = [];
  const parts: string[] = [];
  /** Nothing has been written since the start tag of the innermost open element. */
  let first = true;

  const inBlock = () => BLOCKS.has(open.at(-1) ?? 'div');
  const breakLine = () => {
    while (parts.at(-1)?.trim() === '') parts.pop();
    const last = parts.pop();
    if (last !== undefined) parts.push(last.trimEnd(), `\n${' '.repeat(open.length)}`);
  };

  const source = html.replaceAll('\u00a0', '&#xa0;');
  for (const token of source.match(/<[^>]*>|[^<]+/g) ?? []) {
    const name = /^<\/?([a-z0-9]+)/i.exec(token)?.[1];
    if (name === undefined) {
      const text = open.includes('pre') ? token : token.replace(/[ \t\r\n]+/g, ' ');
      if (first && inBlock()) {
        if (text.trim() === '') continue;
        breakLine();
        parts.push(text.trimStart());
      } else {
        parts.push(text);
      }
      first = false;
    } else if (token.startsWith('</')) {
      open.pop();
      if (BLOCKS.has(name) && !first) breakLine();
      parts.push(token);
      first = false;
    } else {
      if (BLOCKS.has(name) || (inBlock() && (first || LINES.has(name) || name === 'br'))) breakLine();
      parts.push(token);
      first = !EMPTY.has(name);
      if (first) open.push(name);
    }
  }
  return parts.join('').trim();
}

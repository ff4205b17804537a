import sanitizeHtml from 'sanitize-html';

import { layOut } from './html-layout.ts';

/**
 * RSpace cleans what it saves with jsoup's "relaxed" list plus a few tags, `id class style` on every tag and any `data-*`.
 * An element that is not listed goes, its content stays; scripts, styles and comments go altogether.
 */
const ALLOWED_TAGS = [
  ...[
    'a',
    'address',
    'b',
    'blockquote',
    'br',
    'caption',
    'cite',
    'code',
    'col',
    'colgroup',
    'dd',
    'div',
    'dl',
  ],
  ...[
    'dt',
    'em',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'img',
    'li',
    'object',
    'ol',
    'p',
    'param',
    'pre',
  ],
  ...[
    'q',
    'small',
    'span',
    'strike',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
  ],
  ...['u', 'ul'],
];

const ALLOWED_ATTRIBUTES = {
  '*': ['id', 'class', 'style', 'data-*'],
  a: ['href', 'title', 'rel', 'target'],
  blockquote: ['cite'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  img: ['align', 'alt', 'height', 'src', 'title', 'width'],
  object: ['data', 'type', 'name', 'width', 'height'],
  ol: ['start', 'type'],
  param: ['name', 'value'],
  q: ['cite'],
  table: ['summary', 'width', 'border', 'cellspacing', 'cellpadding'],
  td: ['abbr', 'axis', 'colspan', 'rowspan', 'width'],
  th: ['abbr', 'axis', 'colspan', 'rowspan', 'scope', 'width'],
  ul: ['type'],
};

/** Returns `html` as RSpace would store it: cleaned by the allow-list and laid out as jsoup prints it. */
export function sanitise(html: string): string {
  const cleaned = sanitizeHtml(html, {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: ALLOWED_ATTRIBUTES,
    allowedSchemes: ['http', 'https', 'ftp', 'mailto'],
    allowedSchemesByTag: {
      img: ['http', 'https', 'data'],
      q: ['http', 'https'],
      blockquote: ['http', 'https'],
    },
    allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
    nonTextTags: ['script', 'style'],
    parseStyleAttributes: false,
    transformTags: { img: withoutOtherData },
  });
  return layOut(cleaned);
}

/** Of `data:` addresses only images are kept, as in RSpace. */
function withoutOtherData(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const { src, ...rest } = attribs;
  const drop = src?.startsWith('data:') && !src.startsWith('data:image');
  return { tagName, attribs: drop ? rest : attribs };
}

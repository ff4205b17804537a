/**
 * What RSpace keeps of HTML: jsoup's "relaxed" list with `address`, `hr`, `object`, `param` and `strike`; `id`, `class`,
 * `style` and `data-*` on every tag; the players of known video sites.
 */
const TAGS = new Set(
  (
    'a address b blockquote br caption cite code col colgroup dd div dl dt em h1 h2 h3 h4 h5 h6 hr i img li object ol p ' +
    'param pre q small span strike strong sub sup table tbody td tfoot th thead tr u ul'
  ).split(' '),
);

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
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
const ATTRIBUTES_OF_ALL = ['id', 'class', 'style'];

/** The attributes that RSpace's template of a player has, in its order. */
const PLAYER_ATTRIBUTES = ['width', 'height', 'src', 'title', 'frameborder', 'allow', 'allowfullscreen'];
const PLAYER_ADDRESS = /^https:\/\/www\.youtube(-nocookie)?\.com\/embed\/[\w-]+(\?[\w=&-]*)?$/;

const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  'a href': ['ftp:', 'http:', 'https:', 'mailto:'],
  'blockquote cite': ['http:', 'https:'],
  'img src': ['http:', 'https:'],
  'q cite': ['http:', 'https:'],
};

export interface Attribute {
  name: string;
  value: string;
}

/** Returns whether RSpace keeps elements called `tag`, whatever their attributes are. */
export function keepsTag(tag: string): boolean {
  return TAGS.has(tag);
}

/** Returns those attributes of an element called `tag` that RSpace keeps. */
export function keptAttributes(tag: string, attributes: readonly Attribute[]): Attribute[] {
  return attributes.filter(
    ({ name, value }) =>
      name.startsWith('data-') ||
      (tag === 'img' && name === 'src' && value.startsWith('data:image')) ||
      ATTRIBUTES_OF_ALL.includes(name) ||
      (ATTRIBUTES[tag]?.includes(name) === true && hasKeptScheme(`${tag} ${name}`, value)),
  );
}

/** Returns the attributes of a video's frame as RSpace writes it anew, nothing when the frame is not a known player. */
export function playerAttributes(attributes: readonly Attribute[]): Attribute[] | undefined {
  const known = PLAYER_ATTRIBUTES.flatMap((name) =>
    attributes.filter((attribute) => attribute.name === name),
  );
  return known.some(({ name, value }) => name === 'src' && PLAYER_ADDRESS.test(value)) ? known : undefined;
}

/** Relative addresses are kept: jsoup resolves them against RSpace's own. */
function hasKeptScheme(place: string, value: string): boolean {
  const address = value.replace(/\p{Cc}/gu, '');
  const resolved = URL.parse(address, 'https://rspace.example/')?.href ?? address.toLowerCase();
  return SCHEMES[place]?.some((scheme) => resolved.startsWith(scheme)) ?? true;
}

import * as fc from 'fast-check';

const name = fc.constantFrom(
  ...'a b em span p div ul ol li br img hr blockquote dl dt dd time mark custom-tag'.split(' '),
);
const attribute = fc.constantFrom(
  '',
  ' id="x"',
  ' class=a',
  ` data-aB='<&">'`,
  ' title="t"',
  ' style',
  ' onclick="x()"',
  ' href="https://a.example/?a=1&amp;b=2" href=x',
  ' href="tel:1" src="data:image/png;base64,AA=="',
);
const text = fc.oneof(
  fc.constantFrom(
    'a',
    ' ',
    '\n',
    ' b ',
    '&nbsp;',
    '&amp;lt;',
    '&lt;',
    '<',
    '&',
    '1 < 2',
    'a&b',
    '&#x7;',
    '&copy',
    '日本',
  ),
  fc.string({ maxLength: 5 }),
);
/** Headings, players and the like stand whole: what is in them, and loses its place when they go, is not their concern. */
const whole = fc.constantFrom(
  '<!-- <b> -->',
  '<!x>',
  '<?y>',
  '<h1>a</h1>',
  '<h2> <em>b</h2>',
  '<pre>x\n  y</pre>',
  '<section>a</section>',
  '<object data="x"><param name="a">b</object>',
  '<script>1 < 2</script>',
  '<style>p > b {}</style>',
  '<svg><path d="M0"/></svg>',
  '<textarea><b></textarea>',
  '<iframe src="https://www.youtube.com/embed/a"></iframe>',
);
const flow = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(name, attribute).map(([tag, given]) => `<${tag}${given}>`) },
      { weight: 3, arbitrary: name.map((tag) => `</${tag}>`) },
      { weight: 4, arbitrary: text },
      { weight: 1, arbitrary: whole },
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));
const table = fc
  .array(flow, { minLength: 1, maxLength: 3 })
  .map((cells) => `<table><caption>${cells[0]}</caption><tr><td>${cells.join('<td>')}</table>`);
const stray = fc.constantFrom(
  '<td>',
  '</td>',
  '<tr>',
  '</table>',
  '<tbody>',
  '<caption>',
  '</body>',
  '<html>',
);

/**
 * HTML as nobody should write it: nested, misnested, unclosed and unknown tags, attributes, entities, comments, `<` and
 * `&` in text. Not in it is what no parser reads from its own output: text in a table outside its cells, and elements
 * that keep others from nesting and then go (`<h1><mark><h1>`, `<li><section><li>`).
 */
export const anyHtml = fc
  .array(fc.oneof(flow, table, stray), { maxLength: 4 })
  .map((pieces) => pieces.join(''));

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sanitise } from '../../sandbox/rspace/sanitiser.ts';
import { anyHtml } from './any-html.ts';
import facts from './sanitiser-facts.json' with { type: 'json' };

describe('what a real RSpace 2.26 stored', () => {
  it.each(facts)('of $html', ({ html, stored }) => {
    expect(sanitise(html)).toBe(stored);
  });
});

describe('what RSpace keeps', () => {
  it.each([
    [
      'a row group',
      '<table>\n <thead>\n  <tr></tr>\n </thead>\n <tbody>\n  <tr></tr>\n </tbody>\n <tfoot></tfoot>\n</table>',
    ],
    ['columns', '<table>\n <colgroup span="2" width="5">\n  <col width="9" />\n </colgroup>\n</table>'],
    ['pictures', '<p><img src="data:image/png;base64,AA==" alt="a" /></p>'],
    [
      'a file link of RSpace',
      '<p><a class="nfs_file mceNonEditable" data-linktype="file" href="#" rel="9:/b.txt">b</a></p>',
    ],
    ['what is in a template', '<p>A</p>\n<p>B</p>', '<p>A</p><template><p>B</p></template>'],
  ])('%s', (_what, stored, html = stored) => {
    expect(sanitise(html)).toBe(stored);
  });
});

describe('what RSpace drops', () => {
  it.each([
    ['disguised javascript links', '<p><a href=" java\nscript:alert(1)">A</a></p>', '<p><a>A</a></p>'],
    [
      'javascript links with a control character',
      '<p><a href="java&#1;script:alert(1)">A</a></p>',
      '<p><a>A</a></p>',
    ],
    ['svg', '<p>A<svg><path d="M0 0"/></svg></p>', '<p>A</p>'],
    ['event handlers', '<p>A<img src="/a.png" onerror="x()" /></p>', '<p>A<img src="/a.png" /></p>'],
    ['forms, not their text', '<form><button>A</button><input value="b" /></form>', 'A'],
    [
      'frames that look like players',
      '<iframe src="https://www.youtube.com.evil.example/embed/a"></iframe><p>A</p>',
      '<p>A</p>',
    ],
    ['a cell outside a table', '<div><td>A</td></div>', '<div>\n A\n</div>'],
  ])('%s', (_what, html, stored) => {
    expect(sanitise(html)).toBe(stored);
  });
});

describe('how jsoup lays HTML out', () => {
  it.each([
    [
      'an attachment',
      '<div><a href="/s/1"> <img src="/a.png" /> </a><p>A</p></div>',
      '<div>\n <a href="/s/1"> <img src="/a.png" /> </a>\n <p>A</p>\n</div>',
    ],
    [
      'paragraphs in a cell',
      '<table><tr><td><p>A</p> <p>B</p></td></tr></table>',
      '<table>\n <tbody>\n  <tr>\n   <td><p>A</p> <p>B</p></td>\n  </tr>\n </tbody>\n</table>',
    ],
    ['white space between the tags of a block', '<div>\n</div>', '<div>\n</div>'],
    ['white space around what has gone', '<p>A <!-- b --> <mark> C</mark></p>', '<p>A C</p>'],
    ['white space in pre', '<pre>A  \n <b> B</b></pre>', '<pre>A  \n <b> B</b></pre>'],
    ['a no-break space alone', '<div>\u00a0</div>', '<div>\n &nbsp;\n</div>'],
    [
      'no indentation beyond thirty',
      '<div>'.repeat(33),
      expect.stringContaining(`\n${' '.repeat(30)}<div></div>`),
    ],
    ['nothing', '', ''],
  ])('%s', (_what, html, laidOut) => {
    expect(sanitise(html)).toEqual(laidOut);
  });
});

it('stores the same again when it is saved again', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const stored = sanitise(html);
      expect(sanitise(stored)).toBe(stored);
    }),
    { numRuns: 1000 },
  );
});

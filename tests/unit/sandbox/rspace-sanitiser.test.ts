import { describe, expect, it } from 'vitest';

import { layOut } from '../../sandbox/rspace/html-layout.ts';
import { sanitise } from '../../sandbox/rspace/sanitiser.ts';

describe('what RSpace keeps', () => {
  it.each([
    [
      'attributes of a table',
      '<table summary="s" width="300" border="1" cellspacing="0" cellpadding="5"></table>',
    ],
    ['scope of a header cell', '<table>\n <tr>\n  <th scope="col">A</th>\n </tr>\n</table>'],
    ['spans of a cell', '<table>\n <tr>\n  <td colspan="2" rowspan="3" width="10">A</td>\n </tr>\n</table>'],
    ['a row group', '<table>\n <thead>\n  <tr></tr>\n </thead>\n <tfoot></tfoot>\n</table>'],
    ['columns', '<table>\n <colgroup span="2" width="5">\n  <col width="9" />\n </colgroup>\n</table>'],
    [
      'id, class, style and data on any tag',
      '<p id="a" class="b c" style="color: red" data-calira-hash="x1">A</p>',
    ],
    [
      'links',
      '<p><a href="https://a.example/b?c=1&amp;d=2" title="t" target="_blank" rel="noopener">A</a></p>',
    ],
    ['relative links', '<p><a href="/globalId/SD1">A</a></p>'],
    ['mail and ftp', '<p><a href="mailto:a@b.example">A</a><a href="ftp://a.example">B</a></p>'],
    ['pictures', '<p><img src="data:image/png;base64,AA==" alt="a" /></p>'],
    [
      'inline tags',
      '<p><span>A</span><strong>B</strong><em>C</em><u>D</u><sub>E</sub><sup>F</sup><br />G</p>',
    ],
    ['lists', '<ol start="3">\n <li>A</li>\n</ol>\n<ul>\n <li>B</li>\n</ul>'],
    [
      'a file link of RSpace',
      '<p><a class="nfs_file mceNonEditable" data-linktype="file" href="#" rel="9:/b.txt">b</a></p>',
    ],
    ['text with signs', '<p>&lt;b&gt; &amp; "quotes" é 🔬</p>'],
  ])('%s', (_what, html) => {
    expect(sanitise(html)).toBe(html);
  });
});

describe('what RSpace drops', () => {
  it.each([
    ['a role', '<p role="note">A</p>', '<p>A</p>'],
    ['aria', '<p aria-label="x">A</p>', '<p>A</p>'],
    [
      'a title on a cell',
      '<table><tr><td title="x">A</td></tr></table>',
      '<table>\n <tr>\n  <td>A</td>\n </tr>\n</table>',
    ],
    [
      'tags of HTML5, not their text',
      '<p><time datetime="2026">1</time><mark>2</mark><s>3</s></p>',
      '<p>123</p>',
    ],
    ['details', '<details><summary>A</summary>B</details>', 'AB'],
    ['svg', '<p>A<svg><path d="M0 0"/></svg></p>', '<p>A</p>'],
    ['script with its text', '<p>A</p><script>alert(1)</script>', '<p>A</p>'],
    ['style with its text', '<style>p{}</style><p>A</p>', '<p>A</p>'],
    ['comments', '<p>A<!-- b --></p>', '<p>A</p>'],
    [
      'event handlers',
      '<p onclick="x()">A<img src="/a.png" onerror="x()" /></p>',
      '<p>A<img src="/a.png" /></p>',
    ],
    ['javascript links', '<p><a href="javascript:alert(1)">A</a></p>', '<p><a>A</a></p>'],
    ['disguised javascript links', '<p><a href=" java\nscript:alert(1)">A</a></p>', '<p><a>A</a></p>'],
    [
      'other schemes',
      '<p><a href="tel:123">A</a><a href="data:text/html,x">B</a></p>',
      '<p><a>A</a><a>B</a></p>',
    ],
    ['data that is no picture', '<p><img src="data:text/html,x" /></p>', '<p><img /></p>'],
    ['frames', '<iframe src="https://a.example"></iframe><p>A</p>', '<p>A</p>'],
    ['forms, not their text', '<form><button>A</button><input value="b" /></form>', 'A'],
  ])('%s', (_what, html, stored) => {
    expect(sanitise(html)).toBe(stored);
  });

  it('turns attribute names into lower case', () => {
    expect(sanitise('<table data-tableSource="clustermarket"></table>')).toBe(
      '<table data-tablesource="clustermarket"></table>',
    );
  });
});

describe('how jsoup lays HTML out', () => {
  it.each([
    ['paragraphs', '<p>A</p>\n\n<p>B</p>', '<p>A</p>\n<p>B</p>'],
    [
      'rows',
      '<table><tbody><tr><td>A</td><td>B <em>c</em></td></tr></tbody></table>',
      '<table>\n <tbody>\n  <tr>\n   <td>A</td>\n   <td>B <em>c</em></td>\n  </tr>\n </tbody>\n</table>',
    ],
    [
      'a caption',
      '<table><caption>A b</caption></table>',
      '<table>\n <caption>\n  A b\n </caption>\n</table>',
    ],
    [
      'an attachment',
      '<div><a href="/s/1"> <img src="/a.png" /> </a><p>A</p></div>',
      '<div>\n <a href="/s/1"> <img src="/a.png" /> </a>\n <p>A</p>\n</div>',
    ],
    ['white space', '<p>A  \n B</p>', '<p>A B</p>'],
    ['but not that of pre', '<pre>A  \n B</pre>', '<pre>A  \n B</pre>'],
    ['a no-break space alone', '<div>\u00a0</div>', '<div>\n &#xa0;\n</div>'],
    ['no-break spaces', '<p>A\u00a0B</p>', '<p>A&#xa0;B</p>'],
    ['nothing', '', ''],
  ])('%s', (_what, html, laidOut) => {
    expect(layOut(html)).toBe(laidOut);
    expect(layOut(laidOut)).toBe(laidOut);
  });
});

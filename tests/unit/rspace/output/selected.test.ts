// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { isSelected, selectedIn } from '../../../../utils/rspace/output/selected.ts';
import { fakeEditor } from '../../support/fake-tinymce.ts';

/** An editor in whose body everything within the element that `selector` names is selected. */
function selecting(html: string, selector: string, collapsed = false) {
  const body = document.createElement('div');
  body.innerHTML = html;
  const node = body.querySelector(selector);
  if (!node) throw new Error('nothing to select');
  const range = document.createRange();
  range.selectNodeContents(node);
  const { selection } = fakeEditor('field');
  const selected = { getNode: () => node, getRng: () => range, isCollapsed: () => collapsed };
  return fakeEditor('field', { selection: { ...selection, ...selected } });
}

describe('a person who selects', () => {
  test.each([
    ['a word', '<p>An <b>old</b> note</p>', 'b', { text: 'old', length: 3 }],
    ['text in bold and plain print', '<p>An <b>old</b> note</p>', 'p', { text: 'An old note', length: 11 }],
    ['sixty letters', `<p>${'x'.repeat(60)}</p>`, 'p', { text: 'x'.repeat(60), length: 60 }],
    ['a whole page', `<p>${'ab'.repeat(500)}</p>`, 'p', { text: 'ab'.repeat(30), length: 1_000 }],
    ['a picture', '<p><img alt=""></p>', 'p', { text: '', length: 0 }],
    ['what can be edited', '<p contenteditable="true"><b>x</b></p>', 'b', { text: 'x', length: 1 }],
    ['a block of RSpace’s', '<div contenteditable="false">Chemistry</div>', 'div', null],
    ['words in a cell', '<table><tr><td>a <b>word</b></td></tr></table>', 'b', { text: 'word', length: 4 }],
    ['something within such a block', '<div contenteditable="false"><b>C</b></div>', 'b', null],
  ])('%s is shown what that is', (_what, html, selector, shown) => {
    expect(selectedIn(selecting(html, selector))).toEqual(shown);
  });

  test('nothing, with a mere caret, is shown nothing', () => {
    expect(selectedIn(selecting('<p>text</p>', 'p', true))).toBeNull();
  });
});

describe('the selection that was shown', () => {
  const beginning = 'x'.repeat(60);
  test.each([
    ['is still that one', '<p>old</p>', { text: 'old', length: 3 }, true],
    ['is another text of its length', '<p>new</p>', { text: 'old', length: 3 }, false],
    ['has grown behind its beginning', `<p>${beginning}yz</p>`, { text: beginning, length: 61 }, false],
    ['is none any more', '<p contenteditable="false">old</p>', { text: 'old', length: 3 }, false],
  ])('%s', (_what, html, shown, same) => {
    expect(isSelected(selecting(html, 'p'), shown)).toBe(same);
  });
});

// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInsertion, wordsIn } from '../../../../utils/rspace/output/words-in.ts';

test('words are told without white space and without what TinyMCE keeps for itself', () => {
  const body = document.createElement('body');
  body.innerHTML = '<p>one\u00a0 two</p>\n<div data-mce-bogus="all">one two</div><p>\ufeff<b>th</b>ree</p>';
  expect(wordsIn(body)).toBe('onetwothree');
});

test('whatever is put in anywhere is recognised, also among its likes', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ab') });
  fc.assert(
    fc.property(text, text, text, (left, inserted, right) => {
      expect(isInsertion(left + right, inserted, left + inserted + right)).toBe(true);
    }),
  );
});

test.each([
  ['something is lost', 'one two', 'X', 'one X'],
  ['something else is put in', 'onetwo', 'X', 'oneYtwo'],
  ['it is put in twice', 'onetwo', 'X', 'oneXtwoX'],
  ['it stands in two pieces', 'onetwo', 'XY', 'oneXtwoY'],
  ['as much is lost as comes in', 'onetwo', 'XY', 'oneXYtw'],
])('where %s, it is no insertion', (_what, before, inserted, after) => {
  expect(isInsertion(before, inserted, after)).toBe(false);
});

import { describe, expect, test } from 'vitest';
import type { Reader } from '../../../../utils/rspace/output/shape.ts';
import {
  list,
  number,
  oneOf,
  orNull,
  record,
  text,
  truth,
  whole,
} from '../../../../utils/rspace/output/shape.ts';

const piece = record({ id: text(5, /^\d+$/), name: orNull(text(5)) });

describe('what a page says is taken as it is where it is', () => {
  test.each<[string, Reader<unknown>, unknown]>([
    ['a text as long as allowed', text(5), 'abcde'],
    ['an empty text', text(5), ''],
    ['a text of its form', text(5, /^\d+$/), '123'],
    ['a number', number, 1.5],
    ['a whole number', whole, -3],
    ['true', truth, true],
    ['false', truth, false],
    ['one of several', oneOf('table', 'list'), 'list'],
    ['nothing where that is allowed', orNull(number), null],
    ['something where nothing would do', orNull(number), 0],
    ['an empty list', list(number, 2), []],
    ['a list as long as allowed', list(number, 2), [1, 2]],
    ['a thing with what it needs', piece, { id: '1', name: null }],
  ])('%s', (_what, read, value) => {
    expect(read(value)).toEqual(value);
  });
});

describe('anything else is refused', () => {
  test.each<[string, Reader<unknown>, unknown]>([
    ['a text that is too long', text(5), 'abcdef'],
    ['a text of another form', text(5, /^\d+$/), '12a'],
    ['a list of letters for a text', text(5), ['a']],
    ['a number for a text', text(5), 5],
    ['a text for a number', number, '1'],
    ['half a number for a whole one', whole, 1.5],
    ['more than can be counted', whole, 2 ** 53],
    ['a text for a whole number', whole, '1'],
    ['a number for yes or no', truth, 1],
    ['none of several', oneOf('table', 'list'), 'links'],
    ['nothing where something is needed', number, null],
    ['what is not there, where nothing would do', orNull(number), undefined],
    ['a list that is too long', list(number, 2), [1, 2, 3]],
    ['a list with something else in it', list(number, 2), [1, '2']],
    ['what only looks like a list', list(number, 2), { length: 1, 0: 1 }],
    ['nothing for a thing', piece, null],
    ['a text for a thing', piece, 'id'],
    ['a thing that lacks something', piece, { id: '1' }],
    ['a thing with something else in it', piece, { id: 'x', name: null }],
  ])('%s', (_what, read, value) => {
    expect(() => read(value)).toThrow();
  });
});

test('what nobody asked for is left out', () => {
  expect(piece({ id: '1', name: 'SP8', more: 'evil' })).toEqual({ id: '1', name: 'SP8' });
});

test('ten thousand of a kind are enough', () => {
  const many = Array.from({ length: 10_000 }, () => 1);
  expect(list(number)(many)).toHaveLength(10_000);
  expect(() => list(number)([...many, 1])).toThrow('too long');
});

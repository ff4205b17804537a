import { expect, test } from 'vitest';
import { formBytes, sizeWith } from '../../../utils/rspace/editor/field-size.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['a b', 3],
  ['<p>', 7],
  ['é', 6],
  ['🔬', 12],
])('%j takes %i bytes in a form', (text, bytes) => {
  expect(formBytes(text)).toBe(bytes);
});

test.each([
  [0, 'abc', { bytes: 3, room: 'plenty' }],
  [1_499_996, 'abc', { bytes: 1_499_999, room: 'plenty' }],
  [1_499_997, 'abc', { bytes: 1_500_000, room: 'little' }],
  [1_899_997, 'abc', { bytes: 1_900_000, room: 'little' }],
  [1_899_998, 'abc', { bytes: 1_900_001, room: 'none' }],
] as const)('a field of %i bytes with %j', (field, html, size) => {
  expect(sizeWith(field, html)).toEqual(size);
});

import { expect, test } from 'vitest';
import { comparable, textHash } from '../../../../utils/rspace/output/text-hash.ts';

test.each([
  ['Completed', 'tmo59u'],
  ['foobar', 'h5yxyg'],
  ['Übergrößenträger 🔬', '6c9gdc'],
  ['5908', '0045sr'],
  ['', 'ztntfp'],
])('the fingerprint of %o is the one in documents that were saved long ago', (text, hash) => {
  expect(textHash(text)).toBe(hash);
});

test('no text has the fingerprint of an empty one', () => {
  expect(textHash(null)).toBe(textHash(''));
});

test.each([
  ['a no-break space', '3\u00a0h 15\u00a0min', '3 h 15 min'],
  ['a line break where the page is narrow', 'Confocal\n      microscope', 'Confocal microscope'],
  ['blanks around it', ' \n Booked\t', 'Booked'],
  ['nothing at all', null, ''],
])('%s is no difference', (_what, text, plain) => {
  expect(comparable(text)).toBe(plain);
  expect(textHash(text)).toBe(textHash(plain));
});

import { expect, test } from 'vitest';
import { beginningOf, visibleText, withoutUnseen } from '../../utils/visible-text.ts';

test.each([
  ['turned around', 'Laser \u202egnp.exe\u202c', 'Laser gnp.exe'],
  ['isolates and marks', '\u2066a\u2069\u200eb\u200f\u061c', 'ab'],
  ['of no width', 'Con\u200bfo\ufeffcal\u2060', 'Confocal'],
  ['a hyphen that may show', 'Micro\u00adscope', 'Microscope'],
  ['hidden in tags', 'SP8\u{e0041}\u{e0042}', 'SP8'],
  ['a joiner between Latin letters', 'ad\u200dmin', 'admin'],
  ['half a character', 'SP8 \ud83d', 'SP8 \ufffd'],
])('%s: what is not seen is left out', (_what, text, seen) => {
  expect(withoutUnseen(text)).toBe(seen);
});

test.each(['می\u200cخواهم', 'क्\u200dष', '👩\u200d🔬', '❤️\u200d🔥', 'Søren’s 4 °C', 'a\nb'])(
  '%j is as it should be',
  (text) => {
    expect(withoutUnseen(text)).toBe(text);
  },
);

test('lines become one', () => {
  expect(visibleText(' a\r\n\tb\u0000c\u00a0 d ')).toBe('a b c d');
});

test.each([
  ['one two three', 20, 'one two three'],
  ['one two three', 13, 'one two three'],
  ['one two three four', 16, 'one two three…'],
  ['one two three', 12, 'one two thr…'],
  ['onetwothreefour', 8, 'onetwot…'],
  ['🔬🔬🔬🔬', 3, '🔬🔬…'],
])('%j has at most %i characters: %j', (text, most, beginning) => {
  expect(beginningOf(text, most)).toBe(beginning);
});

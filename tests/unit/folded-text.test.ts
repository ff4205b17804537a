import { expect, it } from 'vitest';
import { foldedText } from '../../utils/folded-text.ts';

it.each([
  ['Müller & Søn', 'muller & son'],
  ['  ÅNGSTRÖM\t Łab ', 'angstrom lab'],
  ['Straße', 'strasse'],
  ['ﬁbre', 'fibre'],
  ['İstanbul', 'istanbul'],
  ['', ''],
])('%j is compared as %j', (text, folded) => {
  expect(foldedText(text)).toBe(folded);
});

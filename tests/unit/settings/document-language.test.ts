import { expect, test } from 'vitest';
import { documentLanguageFor, readDocumentLanguage } from '../../../utils/settings/document-language.ts';

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['fr-CA', 'fr'],
  ['es_419', 'es'],
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['en', 'en-GB'],
  ['en-US', 'en-GB'],
  ['pt-BR', 'en-GB'],
  ['', 'en-GB'],
])('in a browser that speaks %j, text is inserted in %s', (browser, language) => {
  expect(documentLanguageFor(browser)).toBe(language);
});

test.each([null, undefined, '', 'DE', 'en', '__proto__', 'constructor'])('%j names no language', (name) => {
  expect(readDocumentLanguage(name)).toBeNull();
});

import type { DocumentLanguage } from '../../settings/document-language.ts';
import { english } from './words/english.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { norwegian } from './words/norwegian.ts';
import { spanish } from './words/spanish.ts';
import type { TableWords } from './words/table-words.ts';

/**
 * The few words of what is inserted. `browser.i18n` knows one language only, and a document may want another. What
 * Calira itself says, such as a status, stays as Calira says it.
 */
export const tableWords: Record<DocumentLanguage, TableWords> = {
  'en-GB': english,
  de: german,
  fr: french,
  es: spanish,
  nb: norwegian,
};

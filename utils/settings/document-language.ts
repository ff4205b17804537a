/** The languages that inserted text can have: those of the extension's own texts. English is British, as these are. */
export const documentLanguages = ['en-GB', 'de', 'fr', 'es', 'nb'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** What Chromium calls Norwegian where its language was set by hand. */
const otherNames: Partial<Record<string, DocumentLanguage>> = { no: 'nb' };

/** @returns a language that was written down somewhere; null where it is none of these. */
export function readDocumentLanguage(name: string | null | undefined): DocumentLanguage | null {
  return documentLanguages.find((one) => one === name) ?? null;
}

/** @returns the one that fits a browser in this language (`de-AT`); British English where none does. */
export function documentLanguageFor(browserLanguage: string): DocumentLanguage {
  const [language = ''] = browserLanguage.toLowerCase().split(/[-_]/);
  return readDocumentLanguage(language) ?? otherNames[language] ?? 'en-GB';
}

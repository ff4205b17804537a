import { browser } from 'wxt/browser';
import type { DocumentLanguage } from '../../utils/settings/document-language.ts';
import { documentLanguageFor } from '../../utils/settings/document-language.ts';

let language: string | null = null;

/** @returns the language of the browser's own texts (`de`, `en-GB`). */
export function browserLanguage(): string {
  // An old copy of the extension, after an update, can no longer ask.
  language ??= browser.runtime?.id ? browser.i18n.getUILanguage() : 'en';
  return language;
}

/**
 * @returns the language of the extension's texts, for `lang`: the browser's, or else British English. Text that is
 *   inserted has the same for whoever has not chosen any.
 */
export function spokenLanguage(): DocumentLanguage {
  return documentLanguageFor(browserLanguage());
}

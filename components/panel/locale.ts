import { browser } from 'wxt/browser';

/**
 * The locale of dates and numbers: the browser's language. English is British here, as the texts are, so that a
 * date such as 3 Nov 2026 reads the same everywhere.
 */
export function displayLocale(): string {
  // An old copy of the extension, after an update, can no longer ask.
  locale ??= browser.runtime?.id ? browser.i18n.getUILanguage() : 'en';
  return locale.startsWith('en') ? 'en-GB' : locale;
}

let locale: string | null = null;

let zone: string | null = null;

/** @returns the person's own time zone. Every row asks, and the browser needs a millisecond to tell. */
export function ownZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}

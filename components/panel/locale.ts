import { browserLanguage, spokenLanguage } from '../ui/browser-language.ts';

/**
 * The locale of dates and numbers: the browser's language, as its region writes them. Where the texts are English, as
 * in a browser whose language the extension does not speak, dates are British, so that a date such as 3 Nov 2026 reads
 * the same everywhere.
 */
export function displayLocale(): string {
  return spokenLanguage() === 'en-GB' ? 'en-GB' : browserLanguage();
}

let zone: string | null = null;

/** @returns the person's own time zone. Every row asks, and the browser needs a millisecond to tell. */
export function ownZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}

import { browserLanguage } from '../ui/browser-language.ts';

/**
 * The locale of dates and numbers: the browser's language. English is British here, as the texts are, so that a
 * date such as 3 Nov 2026 reads the same everywhere.
 */
export function displayLocale(): string {
  const language = browserLanguage();
  return language.startsWith('en') ? 'en-GB' : language;
}

let zone: string | null = null;

/** @returns the person's own time zone. Every row asks, and the browser needs a millisecond to tell. */
export function ownZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}

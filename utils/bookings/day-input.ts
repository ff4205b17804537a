/** Days as people type them. */

const isReal = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1900 && year < 2200;
};

function dayFrom(year: number, month: number, day: number): string | null {
  const whole = year < 100 ? 2000 + year : year;
  if (!isReal(whole, month, day)) return null;
  return new Date(Date.UTC(whole, month - 1, day)).toISOString().slice(0, 10);
}

/** As it stands within a date: some languages inflect it there. */
function monthName(month: number, style: 'long' | 'short', language: string): string {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
  const parts = format.formatToParts(Date.UTC(2026, month - 1, 15));
  const names = parts.flatMap(({ type, value }) => (type === 'month' ? [value] : []));
  return names.join('').toLowerCase();
}

/** @returns the month that a word names, in the person's language or in English; 0 where it names none. */
function monthNamed(word: string, locale: string): number {
  const typed = word.toLowerCase().replace('.', '');
  for (const language of [locale, 'en']) {
    for (let month = 1; month <= 12; month += 1) {
      const names = (['long', 'short'] as const).map((style) => monthName(month, style, language));
      if (typed.length >= 3 && names.some((name) => name.startsWith(typed))) return month;
    }
  }
  return 0;
}

/** @returns in which order the language writes a date in figures. */
function orderOf(locale: string): ('day' | 'month' | 'year')[] {
  return new Intl.DateTimeFormat(locale)
    .formatToParts(0)
    .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
}

/**
 * Reads a day that somebody typed: `2026-11-23`, `23 Nov 2026`, `23/11/26` in the order of their language, or without
 * a year, which is then this one.
 *
 * @returns `2026-11-23`, or null where it is no day.
 */
export function parseDay(text: string, locale: string, today: string): string | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = [...typed.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const thisYear = Number(today.slice(0, 4));
  const named = [...typed.matchAll(/\p{L}+\.?/gu)].map(([word]) => monthNamed(word, locale)).find(Boolean);
  if (named) {
    const [first, second] = numbers;
    if (first === undefined || numbers.length > 2) return null;
    return first > 31 ? dayFrom(first, named, second ?? 0) : dayFrom(second ?? thisYear, named, first);
  }
  const order = orderOf(locale).filter((part) => numbers.length > 2 || part !== 'year');
  if (numbers.length !== order.length) return null;
  const told = Object.fromEntries(order.map((part, index) => [part, numbers[index] ?? 0]));
  return dayFrom(told.year ?? thisYear, told.month ?? 0, told.day ?? 0);
}

/** @returns a day as `parseDay` reads it: `23 Nov 2026`. */
export function dayText(day: string, locale: string): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${day}T12:00:00Z`));
}

/** Formatters are slow to make. */
const formatters = new Map<string, Intl.NumberFormat>();

/** @returns a number as the language writes it: `1,204`. */
export function numberText(value: number, locale: string): string {
  const formatter = formatters.get(locale) ?? new Intl.NumberFormat(locale);
  formatters.set(locale, formatter);
  return formatter.format(value);
}

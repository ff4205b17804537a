import { browser } from 'wxt/browser';

type Values = readonly (string | number)[];

/**
 * What is used of `@wxt-dev/i18n`, whose types stand, and by number: `build/numbered-texts.ts` joins a language's texts,
 * `build/light-wxt.ts` puts this in that one's place. Texts with names in them (`$name`) are not among it.
 */
export function createI18n() {
  let texts: readonly string[] | undefined;
  return {
    /**
     * @param number of the text.
     * @param count chooses between the forms of a text, and is the only value unless others are given.
     */
    t(number: number, ...[count, values]: [number, Values?] | [values?: Values]): string {
      // All at once, when the first is said: after an update, a page's old copy of the extension can no longer ask.
      texts ??= browser.i18n.getMessage('texts' as never).split('\n');
      const plural = typeof count === 'number';
      const given = values ?? (plural ? [count] : count);
      const text = texts[number] ?? '';
      const form = plural ? formFor(count, text) : text;
      return form.replaceAll(/\{(\d)\}/g, (_, place) => String(given?.[place - 1] ?? ''));
    },
  };
}

/** @param text `one | more`, or `none | one | more`, as French has it. */
function formFor(count: number, text: string): string {
  const [more = '', one = more, none = more] = text.split(' | ').reverse();
  return count === 0 ? none : count === 1 ? one : more;
}

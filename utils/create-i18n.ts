import { browser } from 'wxt/browser';

type Values = readonly (string | number)[];

/**
 * What is used of `@wxt-dev/i18n`, whose types stand; `build/light-wxt.ts` puts it in that one's place. Texts with names
 * in them (`$name`) are not among it.
 */
export function createI18n() {
  return {
    /**
     * @param key such as `panel.count`.
     * @param count chooses between the forms of a text, and is the only value unless others are given.
     */
    t(key: string, ...[count, values]: [number, Values?] | [values?: Values]): string {
      const plural = typeof count === 'number';
      const given = values ?? (plural ? [count] : count);
      const name = key.replaceAll('.', '_') as Parameters<typeof browser.i18n.getMessage>[0];
      const text = browser.i18n.getMessage(name, given?.map(String) ?? []);
      return plural ? formFor(count, text) : text;
    },
  };
}

/** @param text `one | more`, or `none | one | more`, as French has it. */
function formFor(count: number, text: string): string {
  const [more = '', one = more, none = more] = text.split(' | ').reverse();
  return count === 0 ? none : count === 1 ? one : more;
}

import { browser } from 'wxt/browser';

type Values = readonly (string | number)[];

/**
 * What is used of `@wxt-dev/i18n`, whose types stand; `build/light-wxt.ts` puts it in that one's place. Texts with names
 * in them (`$name`) and a form for zero are not among it.
 */
export function createI18n() {
  return {
    /**
     * @param key such as `panel.count`.
     * @param count chooses between the two forms of a text, and is the only value unless others are given.
     */
    t(key: string, ...[count, values]: [number, Values?] | [values?: Values]): string {
      const plural = typeof count === 'number';
      const given = values ?? (plural ? [count] : count);
      const name = key.replaceAll('.', '_') as Parameters<typeof browser.i18n.getMessage>[0];
      const text = browser.i18n.getMessage(name, given?.map(String) ?? []);
      const [one = '', many = one] = text.split(' | ');
      if (!plural) return text;
      return count === 1 ? one : many;
    },
  };
}

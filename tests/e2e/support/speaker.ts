import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';

/** What the extension says in a language, by the keys of `assets/locales`. */
export interface Speaker {
  (key: string, parameters?: readonly string[]): string;
  /** A text that counts: of so many. */
  count(key: string, count: number, parameters?: readonly string[]): string;
  /** Every text without parameters, by its key. */
  plain: ReadonlyMap<string, string>;
}

export async function speakerOf(locale: string): Promise<Speaker> {
  const file = join(import.meta.dirname, '../../../assets/locales', `${locale}.yml`);
  const messages = await parseMessagesFile(file);
  const single = new Map<string, string>();
  const plural = new Map<string, Record<string, string>>();
  for (const message of messages) {
    const key = message.key.join('.');
    if (message.type === 'plural') plural.set(key, message.plurals);
    else single.set(key, message.message);
  }
  const filled = (text: string | undefined, key: string, parameters: readonly string[]) => {
    if (text === undefined) throw new Error(`No text ${key} in ${locale}.`);
    return text.replace(/\$(\d)/g, (_, digit) => parameters[Number(digit) - 1] ?? '');
  };
  return Object.assign(
    (key: string, parameters: readonly string[] = []) => filled(single.get(key), key, parameters),
    {
      count(key: string, count: number, parameters = [String(count)]) {
        const forms = plural.get(key);
        return filled(forms?.[count] ?? forms?.n, key, parameters);
      },
      plain: new Map([...single].filter(([, text]) => !/\$\d/.test(text))),
    } satisfies Omit<Speaker, never>,
  );
}

import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { browser } from 'wxt/browser';

const texts = new Map(
  Object.entries(
    generateChromeMessages(
      await parseMessagesFile(join(import.meta.dirname, '../../../assets/locales/en.yml')),
    ),
  ).map(([name, { message }]) => [name, message]),
);

/** The fake browser's texts are those that a person reads in English, not their names. */
export function speakEnglish(): void {
  Object.assign(browser.i18n, {
    getMessage: (name: string, values: string | string[] = []) =>
      (texts.get(name) ?? name).replaceAll(/\$(\d)/g, (_, place) => [values].flat()[place - 1] ?? ''),
  });
}

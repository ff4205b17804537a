import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { expect, test } from 'vitest';
import { errorCodes } from '../../../utils/messages/failure.ts';

const messages = await parseMessagesFile(join(import.meta.dirname, '../../../assets/locales/en.yml'));
const sentences = new Map(
  messages.flatMap((message) => {
    const [place, code = ''] = message.key;
    return place === 'error' && 'message' in message ? [[code, message.message] as const] : [];
  }),
);

test.each(errorCodes)('%s has a sentence for the person', (code) => {
  expect(sentences.get(code), `Add error.${code} to assets/locales/en.yml.`).toMatch(/^\p{Lu}.*\.$/u);
});

test('there is no sentence that nobody can be told', () => {
  const codes: readonly string[] = errorCodes;
  const idle = [...sentences.keys()].filter((code) => !codes.includes(code));
  expect(idle, 'Take it out of assets/locales/en.yml, or add its code to utils/messages/failure.ts.').toEqual(
    [],
  );
});

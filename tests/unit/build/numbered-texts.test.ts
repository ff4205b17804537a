import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { joined, joinTexts, withNumbers } from '../../../build/numbered-texts.ts';

describe('in the source', () => {
  const keys = [
    'panel.title',
    'panel.close',
    'error.offline',
    'error.timeout',
    'popup.select.allOf',
    'popup.select.noneOf',
  ];
  const numbered = (code: string) => withNumbers(code, parseAst(code), keys);
  const [code, word, all] = ['code', 'word', 'all'].map((name) => `\${${name}}`);

  test.each([
    ["i18n.t('panel.close')", 'i18n.t(1)'],
    ["i18n.t('panel.title', [name]) + i18n.t('panel.close')", 'i18n.t(0, [name]) + i18n.t(1)'],
    ["i18n.t(open ? 'panel.close' : 'panel.title')", 'i18n.t(open ? 1 : 0)'],
    [`i18n.t(\`error.${code}\`)`, "i18n.t(('offline timeout'.split(' ').indexOf(code) >>> 0) + 2)"],
    [
      `i18n.t(\`popup.select.${word}${all}\`)`,
      `i18n.t(('allOf noneOf'.split(' ').indexOf(\`${word}${all}\`) >>> 0) + 4)`,
    ],
    ["other.t('panel.close')", "other.t('panel.close')"],
  ])('%s becomes %s', (code, expected) => {
    expect(numbered(code)).toBe(expected);
  });

  test('a word that there is no text for has no other one’s', () => {
    const say = new Function('i18n', 'code', `return ${numbered(`i18n.t(\`error.${code}\`)`)}`);
    const text = (code: string) => say({ t: (number: number) => keys[number] }, code);
    expect(['offline', 'timeout', 'unheardOf', ''].map(text)).toEqual([
      'error.offline',
      'error.timeout',
      undefined,
      undefined,
    ]);
  });

  test('texts of a kind have to stand together', () => {
    const apart = ['error.offline', 'panel.title', 'error.timeout'];
    const call = `i18n.t(\`error.${code}\`)`;
    expect(() => withNumbers(call, parseAst(call), apart)).toThrow('No number can be given to i18n.t(');
  });

  test.each([
    "i18n.t('panel.none')",
    `i18n.t(\`none.${code}\`)`,
    'i18n.t(key)',
    "i18n.t(open ? 'panel.close' : key)",
  ])('%s does not say which text it means, and is refused', (code) => {
    expect(() => numbered(code)).toThrow('No number can be given to i18n.t(');
  });
});

describe('in a language', () => {
  test.each(['two\nlines', 'a {brace}', '$name$'])('%j cannot be a line', (text) => {
    expect(() => joined([text])).toThrow('A text can be one line');
  });

  const messages = (all: Record<string, string>) =>
    JSON.stringify(Object.fromEntries(Object.entries(all).map(([key, message]) => [key, { message }])));

  test('a text that is not there is told of', async () => {
    const file = {
      relativeDest: '_locales/de/messages.json',
      contents: messages({ extension_name: 'Buchungen' }),
    };
    await expect(joinTexts([file], [])).rejects.toThrow('extension.description');
  });

  test('whatever is no text stays as it is', async () => {
    const file = { relativeDest: 'other.json', contents: messages({ extension_name: 'Buchungen' }) };
    await joinTexts([file], []);
    expect(file.contents).toBe(messages({ extension_name: 'Buchungen' }));
  });
});

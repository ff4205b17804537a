import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../utils/messages/failure.ts';
import { documentLanguages } from '../../../utils/settings/document-language.ts';
import { extensionFiles } from '../support/source-files.ts';

const root = join(import.meta.dirname, '../../..');
const locales = globSync('assets/locales/*.yml', { cwd: root }).map((file) => basename(file, '.yml'));
const translations = locales.filter((locale) => locale !== 'en');

interface Text {
  /** The text, or each of its plural forms by its name. */
  forms: Record<string, string>;
  plural: boolean;
}

/** @returns the texts of a language by their keys, without the browser's own (`@@ui_locale`). */
async function textsOf(locale: string): Promise<Map<string, Text>> {
  const messages = await parseMessagesFile(join(root, 'assets/locales', `${locale}.yml`));
  return new Map(
    messages
      .filter(({ key }) => !key[0]?.startsWith('@@'))
      .map((message): [string, Text] => [
        message.key.join('.'),
        message.type === 'plural'
          ? { plural: true, forms: message.plurals }
          : { plural: false, forms: { all: message.message } },
      ]),
  );
}

const english = await textsOf('en');
const parameters = (text: string | undefined) => [...new Set(text?.match(/\$\d/g))].sort().join(' ');
const whole = ({ forms }: Text) => Object.values(forms).join(' | ');

test('the extension speaks every language that inserted text can have', () => {
  const languages = documentLanguages.map((language) => language.replace('en-GB', 'en'));
  expect(locales.toSorted()).toEqual(languages.toSorted());
});

test('every text is used', () => {
  const manifest = readFileSync(join(root, 'wxt.config.ts'), 'utf8');
  const source = extensionFiles.map(({ text }) => text).join('\n');
  const literals = new Set(source.match(/(?<=['"`])[a-z][\w-]*(?:\.[\w-]+)+(?=['"`])/gi));
  // Such as `error.${code}`: whatever stands in the place of the expression is one part of a key, or more.
  const patterns = [...new Set(source.match(/(?<=`)[a-z][\w.]*\.\$\{[^`]*(?=`)/gi))].map(
    (template) =>
      new RegExp(
        `^${template
          .split(/\$\{[^}]*\}/)
          .map((part) => part.replaceAll('.', '\\.'))
          .join('[\\w.]+')}$`,
      ),
  );
  const isUsed = (key: string) =>
    literals.has(key) ||
    patterns.some((pattern) => pattern.test(key)) ||
    manifest.includes(`__MSG_${key.replaceAll('.', '_')}__`);
  const unused = [...english.keys()].filter((key) => !isUsed(key));
  expect(unused, 'Take it out of every file in assets/locales.').toEqual([]);
});

describe.each(translations)('%s', async (locale) => {
  const texts = await textsOf(locale);

  test('has every text of en.yml, and no other', () => {
    const missing = [...english.keys()].filter((key) => !texts.has(key));
    const idle = [...texts.keys()].filter((key) => !english.has(key));
    expect({ missing, idle }, `Mend assets/locales/${locale}.yml.`).toEqual({ missing: [], idle: [] });
  });

  test('counts where English counts, and names the same parameters', () => {
    const different = [...texts].flatMap(([key, text]) => {
      const model = english.get(key);
      if (!model) return [];
      // Of a form for 0 or 1, the number may be a word.
      const rest = (one: Text) => parameters(one.forms.n ?? one.forms.all);
      const same = text.plural === model.plural && rest(text) === rest(model);
      const forms = Object.entries(text.forms);
      const strangers = forms.some(([, form]) => !isWithin(parameters(form), parameters(whole(model))));
      const lost = forms.some(
        ([name, form]) => model.forms[name] && !isWithin(parameters(model.forms[name]), parameters(form)),
      );
      return same && !strangers && !lost ? [] : [`${key}: ${whole(text)}`];
    });
    expect(different).toEqual([]);
  });

  test('has the plural forms that its language needs', () => {
    const names = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    // French has its singular for 0, too; "many" begins at a million.
    expect(names.filter((name) => name !== 'many')).toEqual(['one', 'other']);
    const wrong = [...texts].filter(
      ([, { plural, forms }]) => plural && !/^(0,)?1,n$/.test(Object.keys(forms).sort().join()),
    );
    expect(wrong).toEqual([]);
  });

  test('is translated: at most a tenth is as in English', () => {
    const same = [...texts].filter(([key, text]) => {
      const model = english.get(key);
      return model && whole(model) === whole(text);
    });
    const share = same.length / english.size;
    expect(share, same.map(([key]) => key).join(', ')).toBeLessThanOrEqual(0.1);
  });

  test('ends a sentence where English does', () => {
    const sign = (text: Text) => /[.?:…]$/.exec(whole(text))?.[0];
    const other = [...texts].filter(([key, text]) => {
      const model = english.get(key);
      return model && sign(model) !== sign(text);
    });
    expect(other.map(([key, text]) => `${key}: ${whole(text)}`)).toEqual([]);
  });

  test.each(errorCodes)('has a sentence for %s', (code) => {
    expect(texts.get(`error.${code}`)?.forms.all).toMatch(/^\p{Lu}.*\.$/u);
  });
});

function isWithin(some: string, all: string): boolean {
  return some.split(' ').every((one) => all.split(' ').includes(one) || one === '');
}

test('in French, signs stand with a space that does not break', () => {
  return expect(
    textsOf('fr').then((texts) =>
      [...texts.values()].map(whole).filter((text) => /[ \p{L}\d][:;!?»](?=\s|$)|«[^\u00a0]/u.test(text)),
    ),
  ).resolves.toEqual([]);
});

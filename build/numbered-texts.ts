/**
 * Browsers keep each text under a name: five languages have 400 names five times, a twelfth of the whole package. Here
 * all texts of a language are one message, a line each, and `i18n.t('panel.title')` becomes `i18n.t(43)`: what stands
 * in that line (`utils/create-i18n.ts`).
 */
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import type { ESTree, Plugin } from 'vite';
import { Visitor } from 'vite';
import type { ResolvedPublicFile } from 'wxt';

/** @returns the keys of all texts, such as `panel.title`, in the order of their lines. */
async function keysOfTexts(): Promise<string[]> {
  const messages = await parseMessagesFile(join(import.meta.dirname, '../assets/locales/en.yml'));
  return messages.map(({ key }) => key.join('.')).filter((key) => !key.startsWith('@@'));
}

/**
 * Joins the texts in every `messages.json`.
 * @param named the messages that keep their names, too: those of the manifest.
 */
export async function joinTexts(
  files: readonly ResolvedPublicFile[],
  named: readonly string[],
): Promise<void> {
  const keys = await keysOfTexts();
  for (const file of files) {
    if ('contents' in file && file.relativeDest.startsWith('_locales')) {
      const messages = JSON.parse(file.contents);
      const texts = keys.map((key): string => {
        const { message } = messages[key.replaceAll('.', '_')] ?? {};
        if (!message) throw new Error(`${file.relativeDest} has no ${key}.`);
        return message;
      });
      const kept = named.map((name) => [name, messages[name]]);
      file.contents = JSON.stringify({ ...Object.fromEntries(kept), texts: { message: joined(texts) } });
    }
  }
}

/** @returns the texts as lines, with `{1}` for `$1`: that, the browser would fill in before anybody has chosen a line. */
export function joined(texts: readonly string[]): string {
  const strange = texts.find((text) => /\n|[{}]|\$(?!\d)/.test(text));
  if (strange !== undefined) throw new Error(`A text can be one line, with “$1” in it, not: ${strange}`);
  return texts.map((text) => text.replaceAll(/\$(\d)/g, '{$1}')).join('\n');
}

let keys: readonly string[] = [];

export const numberedTexts: Plugin = {
  name: 'numbered-texts',
  async buildStart() {
    keys = await keysOfTexts();
  },
  transform(code) {
    if (!code.includes('i18n.t(')) return null;
    return { code: withNumbers(code, this.parse(code), keys), map: null };
  },
};

/**
 * Puts numbers in the place of keys.
 * @throws {Error} where a call of `i18n.t` names a text that there is not, or does not name it where it is called.
 */
export function withNumbers(code: string, program: ESTree.Program, keys: readonly string[]): string {
  let numbered = '';
  let done = 0;
  const visitor = new Visitor({
    CallExpression({ callee, arguments: [key] }) {
      if (!key || code.slice(callee.start, callee.end) !== 'i18n.t') return;
      numbered += code.slice(done, key.start) + numberOf(key, code, keys);
      done = key.end;
    },
  });
  visitor.visit(program);
  return numbered + code.slice(done);
}

/** @returns an expression for the number of the text whose key `node` is. */
function numberOf(node: ESTree.Node, code: string, keys: readonly string[]): string {
  const source = ({ start, end }: ESTree.Span) => code.slice(start, end);
  if (node.type === 'ConditionalExpression') {
    const [then, otherwise] = [node.consequent, node.alternate].map((one) => numberOf(one, code, keys));
    return `${source(node.test)} ? ${then} : ${otherwise}`;
  }
  if (node.type === 'Literal' && keys.includes(String(node.value))) {
    return String(keys.indexOf(String(node.value)));
  }
  if (node.type === 'TemplateLiteral') {
    const number = numberOfKind(node, code, keys);
    if (number) return number;
  }
  throw new Error(`No number can be given to i18n.t(${source(node)}).`);
}

/** `error.${code}`: one of the texts whose keys are like this, by what stands in the place of the expression. */
function numberOfKind(
  { quasis, expressions, end }: ESTree.TemplateLiteral,
  code: string,
  keys: readonly string[],
): string | null {
  const parts = quasis.map(({ value }) => value.raw);
  const pattern = new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('\\w+')}$`);
  const start = keys.findIndex((key) => pattern.test(key));
  const kind = keys.filter((key) => pattern.test(key));
  const [first] = expressions;
  // They stand together in the languages' files: the number of the first is enough.
  if (!first || start < 0 || keys.slice(start, start + kind.length).some((key) => !pattern.test(key)))
    return null;
  const words = kind.map((key) => key.slice(parts[0]?.length)).join(' ');
  const alone = expressions.length === 1 && parts[1] === '';
  const word = alone ? code.slice(first.start, first.end) : `\`\${${code.slice(first.start, end)}`;
  // Of a word that is none of them the position is -1: as an unsigned number, no text's.
  return `('${words}'.split(' ').indexOf(${word}) >>> 0) + ${start}`;
}

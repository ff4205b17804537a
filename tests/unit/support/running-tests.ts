/** Which tests of a file run, by its source: for tests that are looked for by name, in files that are not run here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallExpression, Node } from 'oxc-parser';
import { expect } from 'vitest';
import { literalText, nodesIn, syntaxOf, withoutTypes } from './syntax.ts';

/** What a test or a suite may be called with and still run. */
const running = new Set(['each', 'for', 'concurrent', 'sequential']);

/** A call such as `describe.each(table)('title', work)`. */
interface Definition {
  kind: 'test' | 'describe';
  modifiers: string[];
  /** What `each` or `for` repeats it with. */
  table: Node | null;
}

function definitionOf(callee: Node): Definition | null {
  if (callee.type === 'Identifier') {
    if (callee.name !== 'test' && callee.name !== 'describe') return null;
    return { kind: callee.name, modifiers: [], table: null };
  }
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    const of = definitionOf(callee.object);
    return of && { ...of, modifiers: [...of.modifiers, callee.property.name] };
  }
  if (callee.type !== 'CallExpression') return null;
  const of = definitionOf(callee.callee);
  return of && { ...of, table: callee.arguments[0] ?? null };
}

/** @returns the titles of a definition: one for each row, as far as the table is written where it is used. */
function titlesOf(title: string, table: Node | null): string[] {
  const rows = table && withoutTypes(table);
  if (rows?.type !== 'ArrayExpression') return [title];
  return rows.elements.map((element) => {
    const row = element && withoutTypes(element);
    const first = row?.type === 'ArrayExpression' ? row.elements[0] : row;
    const text = literalText(first);
    return text === null ? title : title.replace('%s', () => text);
  });
}

/** @returns what a test or a suite does; nothing where it has no work, or is skipped by an option. */
function workOf({ arguments: given }: CallExpression): readonly Node[] {
  const [work] = given.flatMap((one) =>
    one.type === 'ArrowFunctionExpression' || one.type === 'FunctionExpression' ? [one] : [],
  );
  const options = given.flatMap((one) => (one.type === 'ObjectExpression' ? one.properties : []));
  const isPlain = options.every(
    (one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === 'timeout',
  );
  if (!isPlain || !work?.body) return [];
  return work.body.type === 'BlockStatement' ? work.body.body : [work.body];
}

const calledName = ({ callee }: CallExpression): string | null => {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return null;
  return callee.property.name;
};

const skipsItself = (work: readonly Node[]) =>
  work
    .flatMap((one) => [...nodesIn(one)])
    .some((node) => node.type === 'CallExpression' && calledName(node) === 'skip');

/** @returns the names of the tests that run, each with those of the suites around it: `suite > test`. */
export function runningTestsIn(path: string, text: string): string[] {
  const names = (statements: readonly Node[], around: string): string[] =>
    statements.flatMap((statement) => {
      if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression')
        return [];
      const call = statement.expression;
      const definition = definitionOf(call.callee);
      const title = literalText(call.arguments[0]);
      if (!definition || title === null || !definition.modifiers.every((one) => running.has(one))) return [];
      const work = workOf(call);
      const own = titlesOf(title, definition.table).map((one) => `${around}${one}`);
      if (definition.kind === 'describe') return own.flatMap((one) => names(work, `${one} > `));
      return work.length === 0 || skipsItself(work) ? [] : own;
    });
  const program = syntaxOf(path, text);
  // Where one test is the only one, no other runs.
  const hasOnly = [...nodesIn(program)].some(
    (node) =>
      node.type === 'CallExpression' && (definitionOf(node.callee)?.modifiers.includes('only') ?? false),
  );
  return hasOnly ? [] : names(program.body, '');
}

/**
 * Expects a test to be there and to run.
 * @param file below `tests`, without its ending.
 * @param name how its title begins, or that of a suite around it followed by ` > ` and the title's beginning.
 */
export function expectRunningTest(file: string, name: string): void {
  const path = `${file}.test.ts`;
  const all = runningTestsIn(path, readFileSync(join(import.meta.dirname, '../..', path), 'utf8'));
  const found = all.filter((one) => one.startsWith(name) || one.includes(` > ${name}`));
  expect(found, `tests/${path} has no test that begins with “${name}” and runs`).not.toEqual([]);
}

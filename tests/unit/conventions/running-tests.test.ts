import { describe, expect, test } from 'vitest';
import { expectRunningTest, runningTestsIn } from '../support/running-tests.ts';

const names = (text: string) => runningTestsIn('some.test.ts', text);
const work = '() => { expect(1).toBe(1); }';

describe('a test runs', () => {
  test.each([
    ['by itself', `test('a', ${work});`, ['a']],
    ['with one expression', `test('a', () => expect(1).toBe(1));`, ['a']],
    ['with a time limit', `test('a', { timeout: 9 }, ${work}); test('b', ${work}, 9);`, ['a', 'b']],
    ['in a suite', `describe('s', () => { test('a', ${work}); });`, ['s > a']],
    ['once for each row', `test.each([['x', 1], ['y', 2]])('%s!', ${work});`, ['x!', 'y!']],
    [
      'in a suite for each row',
      `describe.each(['x'] as const)('of %s', () => { test('a', ${work}); });`,
      ['of x > a'],
    ],
    ['for rows from elsewhere', `test.each(rows)('%s!', ${work});`, ['%s!']],
  ])('%s', (_how, text, found) => {
    expect(names(text)).toEqual(found);
  });
});

describe('a test does not run', () => {
  test.each([
    ['that is skipped', `test.skip('a', ${work});`],
    ['that is skipped here and there', `test.skipIf(process.env.CI)('a', ${work});`],
    ['that is skipped row by row', `test.skip.each(['x'])('%s', ${work});`],
    ['in a suite that is skipped', `describe.skip('s', () => { test('a', ${work}); });`],
    ['that is to be written', `test.todo('a');`],
    ['without work', `test('a'); test('b', () => {});`],
    ['that is skipped by an option', `test('a', { skip: true }, ${work});`],
    [
      'that skips itself',
      `test('a', ({ skip }) => { skip(); }); test('b', (context) => { context.skip(); });`,
    ],
    ['that is expected to fail', `test.fails('a', ${work});`],
    ['beside the only one', `test('a', ${work}); describe('s', () => { test.only('b', ${work}); });`],
    ['without rows', `test.each([])('%s', ${work});`],
    ['that is commented out', `// test('a', ${work});\n/* test('b', ${work}); */`],
    ['in a row that is commented out', `test.each([\n// ['x'],\n])('%s', ${work});`],
    ['where nobody calls it', `function never() { test('a', ${work}); }`],
    ['in the text of another', `expect("test('a', () => {})");`],
  ])('%s', (_how, text) => {
    expect(names(text)).toEqual([]);
  });
});

test('a test is found by how its title begins, or that of the suite around it', () => {
  expectRunningTest('unit/conventions/running-tests', 'a test is found by');
  expectRunningTest('unit/conventions/running-tests', 'a test runs > in a suite for each row');
  expect(() => expectRunningTest('unit/conventions/running-tests', 'found by')).toThrow(/has no test/);
});

import { expect, test } from 'vitest';
import { errorCodes } from '../../../utils/messages/failure.ts';
import { states } from '../../e2e/states.ts';

/** Told by an extension that is no longer there, and in the sheet that updates tables. */
const elsewhere = ['extensionUpdated', 'tableChanged'];

test('every error code has its state, which the browser tests look at', () => {
  const shown = states.flatMap(({ code }) => code ?? []);
  const why = 'Add the state to tests/e2e/states: axe, the keyboard and pictures go through all of them.';
  expect([...shown, ...elsewhere].toSorted(), why).toEqual([...errorCodes].toSorted());
});

test('every state has a name of its own', () => {
  expect(new Set(states.map(({ name }) => name)).size).toBe(states.length);
});

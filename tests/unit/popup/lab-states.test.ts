import { expect, it } from 'vitest';
import { labStates } from '../../../components/popup/lab-states.ts';
import { choiceOf } from '../support/labs.ts';

it('tells of every known lab why its bookings appear or do not', () => {
  const choice = choiceOf(
    { Rivera: true, Cytometry: false, Genomics: null },
    { lost: [{ id: 'h', name: 'Histology' }] },
  );
  expect(labStates(choice, 'en').map(({ name, state }) => [name, state])).toEqual([
    ['Cytometry', 'notAuthorised'],
    ['Genomics', 'new'],
    ['Histology', 'lost'],
    ['Rivera', 'authorised'],
  ]);
});

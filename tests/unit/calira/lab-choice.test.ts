import { describe, expect, test } from 'vitest';
import type { GrantedLab, LabChoice } from '../../../utils/calira/lab-choice.ts';
import {
  afterAuthorisation,
  afterDecision,
  afterReading,
  authorisedLabs,
  isEverythingAuthorised,
  labsForPanel,
  newLabs,
  noLabs,
} from '../../../utils/calira/lab-choice.ts';

const lab = (id: string, extra: Partial<GrantedLab> = {}): GrantedLab => ({
  id,
  name: `Lab ${id}`,
  timeZone: null,
  detailsReadAt: 0,
  path: [],
  ...extra,
});
const ids = (labs: readonly { id: string }[]) => labs.map(({ id }) => id);
const summary = (choice: LabChoice) => ({
  authorised: ids(authorisedLabs(choice)),
  new: ids(newLabs(choice)),
  lost: ids(choice.lost),
});

const [a, b, c] = [lab('a'), lab('b'), lab('c')];
const onlyA = afterDecision(afterAuthorisation(noLabs, [a, b]), new Set(['a']));

describe('the rule of authorised labs', () => {
  test.for<[string, LabChoice, ReturnType<typeof summary>]>([
    [
      'the first authorisation authorises all that was ticked in Calira',
      afterAuthorisation(noLabs, [a, b]),
      { authorised: ['a', 'b'], new: [], lost: [] },
    ],
    ['a lab unticked here is not authorised', onlyA, { authorised: ['a'], new: [], lost: [] }],
    [
      'a lab unticked here stays so after Reconnect',
      afterAuthorisation(onlyA, [a, b]),
      { authorised: ['a'], new: [], lost: [] },
    ],
    [
      'a lab ticked in Calira for the first time is authorised',
      afterAuthorisation(onlyA, [a, b, c]),
      { authorised: ['a', 'c'], new: [], lost: [] },
    ],
    [
      'a lab first seen outside an authorisation is new, and not authorised',
      afterReading(onlyA, [a, b, c]),
      { authorised: ['a'], new: ['c'], lost: [] },
    ],
    [
      'a new lab stays new until somebody decides',
      afterReading(afterReading(onlyA, [a, b, c]), [a, b, c]),
      { authorised: ['a'], new: ['c'], lost: [] },
    ],
    ['a lab that is gone leaves a note', afterReading(onlyA, [b]), { authorised: [], new: [], lost: ['a'] }],
    [
      'the note stays at the next reading',
      afterReading(afterReading(onlyA, [b]), [b]),
      { authorised: [], new: [], lost: ['a'] },
    ],
    [
      'a lab that comes back is new: its decision went with it',
      afterReading(afterReading(onlyA, [b]), [a, b]),
      { authorised: [], new: ['a'], lost: [] },
    ],
    [
      'another account keeps no decision about labs it is not granted',
      afterAuthorisation(onlyA, [c]),
      { authorised: ['c'], new: [], lost: [] },
    ],
    [
      'another account keeps the decision about a lab that it is granted too',
      afterAuthorisation(onlyA, [b, c]),
      { authorised: ['c'], new: [], lost: [] },
    ],
    [
      'a decision about a lab that is not granted counts for nothing',
      afterDecision(onlyA, new Set(['b', 'z'])),
      { authorised: ['b'], new: [], lost: [] },
    ],
  ])('%s', ([, choice, expected]) => {
    expect(summary(choice)).toEqual(expected);
  });

  test('everything is authorised only where every granted lab is', () => {
    expect(isEverythingAuthorised(noLabs)).toBe(false);
    expect(isEverythingAuthorised(afterAuthorisation(noLabs, [a, b]))).toBe(true);
    expect(isEverythingAuthorised(onlyA)).toBe(false);
    expect(isEverythingAuthorised(afterReading(afterAuthorisation(noLabs, [a]), [a, b]))).toBe(false);
  });

  test('keeps what was read of a lab, however often the list of labs is read', () => {
    const read = afterAuthorisation(noLabs, [lab('a', { timeZone: 'Europe/London', detailsReadAt: 5 })]);
    const [kept] = afterReading(read, [lab('a')]).granted;
    expect(kept).toMatchObject({ timeZone: 'Europe/London', detailsReadAt: 5 });
  });

  test('a panel learns nothing of a lab that is not authorised but the name of a new or a lost one', () => {
    const choice = afterReading(
      afterDecision(afterAuthorisation(noLabs, [a, b, lab('d')]), new Set(['a', 'd'])),
      [a, b, c],
    );
    expect(labsForPanel(choice)).toEqual({
      everything: false,
      authorised: [{ id: 'a', name: 'Lab a', timeZone: null }],
      new: [{ id: 'c', name: 'Lab c' }],
      lost: [{ id: 'd', name: 'Lab d' }],
    });
  });
});

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
import type { LabReading } from '../../../utils/calira/labs.ts';

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

/** What Calira answers when it grants exactly these labs. */
const these = (...labs: GrantedLab[]): LabReading => ({ labs, incomplete: false });

const [a, b, c] = [lab('a'), lab('b'), lab('c')];
const onlyA = afterDecision(afterAuthorisation(noLabs, these(a, b)), new Set(['a']));

describe('the rule of authorised labs', () => {
  test.for<[string, LabChoice, ReturnType<typeof summary>]>([
    [
      'the first authorisation authorises all that was ticked in Calira',
      afterAuthorisation(noLabs, these(a, b)),
      { authorised: ['a', 'b'], new: [], lost: [] },
    ],
    ['a lab unticked here is not authorised', onlyA, { authorised: ['a'], new: [], lost: [] }],
    [
      'a lab unticked here stays so after Reconnect',
      afterAuthorisation(onlyA, these(a, b)),
      { authorised: ['a'], new: [], lost: [] },
    ],
    [
      'a lab ticked in Calira for the first time is authorised',
      afterAuthorisation(onlyA, these(a, b, c)),
      { authorised: ['a', 'c'], new: [], lost: [] },
    ],
    [
      'a lab first seen outside an authorisation is new, and not authorised',
      afterReading(onlyA, these(a, b, c)),
      { authorised: ['a'], new: ['c'], lost: [] },
    ],
    [
      'a new lab stays new until somebody decides',
      afterReading(afterReading(onlyA, these(a, b, c)), these(a, b, c)),
      { authorised: ['a'], new: ['c'], lost: [] },
    ],
    [
      'a lab that is gone leaves a note',
      afterReading(onlyA, these(b)),
      { authorised: [], new: [], lost: ['a'] },
    ],
    [
      'the note stays at the next reading',
      afterReading(afterReading(onlyA, these(b)), these(b)),
      { authorised: [], new: [], lost: ['a'] },
    ],
    [
      'a lab that comes back is new: its decision went with it',
      afterReading(afterReading(onlyA, these(b)), these(a, b)),
      { authorised: [], new: ['a'], lost: [] },
    ],
    [
      'another account keeps no decision about labs it is not granted',
      afterAuthorisation(onlyA, these(c)),
      { authorised: ['c'], new: [], lost: [] },
    ],
    [
      'another account keeps the decision about a lab that it is granted too',
      afterAuthorisation(onlyA, these(b, c)),
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
    expect(isEverythingAuthorised(afterAuthorisation(noLabs, these(a, b)))).toBe(true);
    expect(isEverythingAuthorised(onlyA)).toBe(false);
    expect(isEverythingAuthorised(afterReading(afterAuthorisation(noLabs, these(a)), these(a, b)))).toBe(
      false,
    );
  });

  describe('where not all that Calira grants could be understood', () => {
    const partly = (...labs: GrantedLab[]): LabReading => ({ labs, incomplete: true });

    test('no lab counts as taken away, and no decision is forgotten', () => {
      const choice = afterReading(onlyA, partly(b, c));
      expect(summary(choice)).toEqual({ authorised: ['a'], new: ['c'], lost: [] });
      expect(afterReading(choice, these(a, b, c)).decisions).toEqual({ a: true, b: false });
    });

    test('an authorisation keeps the decisions about labs that were not understood', () => {
      const choice = afterAuthorisation(onlyA, partly(a, c));
      expect(summary(choice)).toEqual({ authorised: ['a', 'c'], new: [], lost: [] });
      expect(afterReading(choice, these(a, b, c)).decisions).toEqual({ a: true, b: false, c: true });
    });

    test('nobody knows whether everything is authorised', () => {
      expect(isEverythingAuthorised(afterAuthorisation(noLabs, partly(a, b)))).toBe(false);
    });
  });

  test('keeps what was read of a lab, however often the list of labs is read', () => {
    const read = afterAuthorisation(noLabs, these(lab('a', { timeZone: 'Europe/London', detailsReadAt: 5 })));
    const [kept] = afterReading(read, these(lab('a'))).granted;
    expect(kept).toMatchObject({ timeZone: 'Europe/London', detailsReadAt: 5 });
  });

  test('a panel learns nothing of a lab that is not authorised but the name of a new or a lost one', () => {
    const choice = afterReading(
      afterDecision(afterAuthorisation(noLabs, these(a, b, lab('d'))), new Set(['a', 'd'])),
      these(a, b, c),
    );
    expect(labsForPanel(choice)).toEqual({
      everything: false,
      authorised: [{ id: 'a', name: 'Lab a', timeZone: null }],
      new: [{ id: 'c', name: 'Lab c' }],
      lost: [{ id: 'd', name: 'Lab d' }],
    });
  });
});

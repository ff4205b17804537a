import { describe, expect, it } from 'vitest';
import { canDecide, editLabs, noEdits, openEdits, tickedLabs } from '../../../components/popup/lab-edits.ts';
import { choiceOf } from '../support/labs.ts';

const choice = choiceOf({ a: true, b: true, c: false, d: null });
const ticked = (...arguments_: Parameters<typeof tickedLabs>) => [...tickedLabs(...arguments_)];

describe('what is ticked', () => {
  it('is what is authorised, until it is edited', () => {
    expect(ticked(choice, noEdits)).toEqual(['a', 'b']);
  });

  it('follows the edits', () => {
    const edits = editLabs(choice, editLabs(choice, noEdits, ['a'], false), ['c', 'd'], true);
    expect(ticked(choice, edits)).toEqual(['b', 'c', 'd']);
  });

  it('is as it was once an edit is taken back', () => {
    expect(editLabs(choice, editLabs(choice, noEdits, ['a'], false), ['a'], true)).toEqual(noEdits);
  });

  it('ticking what is ticked changes nothing, nor does unticking a new lab', () => {
    expect(editLabs(choice, noEdits, ['a', 'b'], true)).toEqual(noEdits);
    expect(editLabs(choice, noEdits, ['c', 'd'], false)).toEqual(noEdits);
  });
});

describe('labs that change while the person ticks', () => {
  const edits = new Map([
    ['a', false],
    ['d', true],
  ]);

  it.each([
    ['a new lab comes, unticked', choiceOf({ a: true, b: true, c: false, d: null, e: null }), ['b', 'd']],
    ['an edited lab goes, and its edit with it', choiceOf({ b: true, c: false, d: null }), ['b', 'd']],
    ['another lab goes', choiceOf({ a: true, c: false, d: null }), ['d']],
    [
      'another place authorises another lab',
      choiceOf({ a: true, b: true, c: true, d: null }),
      ['b', 'c', 'd'],
    ],
  ])('%s', (_what, next, expected) => {
    expect(ticked(next, openEdits(next, edits))).toEqual(expected);
  });

  it('an edit that has been applied is none any more', () => {
    expect(openEdits(choiceOf({ a: false, b: true, c: false, d: true }), edits)).toEqual(noEdits);
  });

  it('an edit of a lab that went does not come back with it', () => {
    const without = openEdits(choiceOf({ b: true }), edits);
    expect(ticked(choice, without)).toEqual(['a', 'b']);
  });
});

describe('Authorise', () => {
  it.each([
    ['rests where all is decided', choiceOf({ a: true, b: false }), noEdits, false],
    ['rests without labs', choiceOf({}), noEdits, false],
    ['applies edits', choiceOf({ a: true }), new Map([['a', false]]), true],
    ['leaves new labs out', choiceOf({ a: true, b: null }), noEdits, true],
    [
      'takes the note of a lost lab away',
      choiceOf({ a: true }, { lost: [{ id: 'z', name: 'Z' }] }),
      noEdits,
      true,
    ],
  ])('%s', (_what, labs, edits, expected) => {
    expect(canDecide(labs, edits)).toBe(expected);
  });
});

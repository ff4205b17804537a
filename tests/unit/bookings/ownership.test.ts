import { expect, test } from 'vitest';
import { isOfLab } from '../../../utils/bookings/ownership.ts';
import { aRow, someDetails } from '../support/bookings.ts';

const lab = (id: string) => ({ id, name: `Lab ${id}` });
const details = (provider: string | null, requester: string | null) =>
  someDetails({
    providerLab: provider ? lab(provider) : null,
    requesterLab: requester ? lab(requester) : null,
  });

test.each([
  ['provided by it, by the lists of equipment', aRow({ lab: lab('a'), details: null }), true],
  ['provided by it, by its details', aRow({ lab: null, details: details('a', null) }), true],
  ['requested by it', aRow({ lab: lab('x'), details: details('x', 'b') }), true],
  ['of another lab', aRow({ lab: lab('x'), details: details('y', 'z') }), false],
  ['of another lab, before its details have come', aRow({ lab: lab('x'), details: null }), false],
  ['of a lab that nobody knows', aRow({ lab: null, details: null }), false],
  ['of no lab', aRow({ lab: null, details: details(null, null) }), false],
])('whoever asks for the bookings of two labs finds one that is %s: %#', (_what, row, found) => {
  expect(isOfLab(row, new Set(['a', 'b']))).toBe(found);
});

test('nothing is of no lab at all', () => {
  expect(isOfLab(aRow(), new Set())).toBe(false);
});

import { expect, test } from 'vitest';
import { atAGlance } from '../../../components/ui/at-a-glance.ts';

test.each([
  { count: 0, shown: 0, others: 0 },
  { count: 3, shown: 3, others: 0 },
  { count: 4, shown: 4, others: 0 },
  { count: 5, shown: 3, others: 2 },
  { count: 300, shown: 3, others: 297 },
])('of $count, $shown are shown and $others counted', ({ count, ...expected }) => {
  const list = Array.from({ length: count }, (_, index) => index);
  const { shown, others } = atAGlance(list);
  expect({ shown: shown.length, others }).toEqual(expected);
  expect(shown).toEqual(list.slice(0, shown.length));
});

import { describe, expect, test } from 'vitest';
import { listItems } from '../../../utils/bookings/list-items.ts';
import { moveOf } from '../../../utils/bookings/standing.ts';
import { offsetsOf } from '../../../utils/bookings/visible-range.ts';
import { aRow } from '../support/bookings.ts';

/** A list of bookings by the days of November 2026 on which they are; a letter tells those of one day apart. */
function list(...ids: string[]) {
  const rows = ids.map((id) => aRow({ id, start: `2026-11-${id.slice(0, 2)}T12:00:00Z` }));
  const items = listItems(rows, 'UTC');
  const offsets = offsetsOf(items.map(({ kind }) => (kind === 'day' ? 32 : 58)));
  const topOf = (id: string) =>
    offsets[items.findIndex((one) => one.kind === 'booking' && one.row.id === id)] ?? 0;
  return { items, offsets, topOf };
}

const before = list('25', '23a', '23b', '20', '19');

describe('what was in view stays where it was', () => {
  test.each<[string, string, number, ReturnType<typeof list>, string]>([
    ['when nothing changes', '23b', 10, before, '23b'],
    ['when a day arrives above', '23b', 10, list('30', '25', '23a', '23b', '20', '19'), '23b'],
    ['when a day arrives below', '23b', 10, list('25', '23a', '23b', '20', '19', '10'), '23b'],
    ['when a day above has gone', '23b', 10, list('23a', '23b', '20', '19'), '23b'],
    [
      'when a booking arrives right below the heading at the edge',
      '23a',
      -32,
      list('25', '23', '23a', '23b', '20'),
      '23a',
    ],
    ['when the booking at the edge has gone', '23a', 10, list('25', '23b', '20', '19'), '23b'],
    ['when that one and its whole day have gone', '23a', 10, list('30', '25', '20', '19'), '20'],
    ['when everything below has gone', '20', 10, list('30', '25', '23a', '23b'), '23b'],
    ['at the very top', '25', -32, list('30', '25', '23a', '23b', '20'), '25'],
  ])('%s', (_when, edge, by, after, seen) => {
    const top = before.topOf(edge) + by;
    const move = moveOf({ ...before, top }, after.items, after.offsets);
    expect(after.topOf(seen) - (top + move)).toBe(before.topOf(seen) - top);
  });

  test('and nothing is moved where nothing of it is left', () => {
    const after = list('30', '29');
    expect(moveOf({ ...before, top: 100 }, after.items, after.offsets)).toBe(0);
    expect(moveOf({ items: [], offsets: [], top: 0 }, after.items, after.offsets)).toBe(0);
  });
});

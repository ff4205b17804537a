// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { BookingRow } from '../../../../utils/bookings/booking.ts';
import { parseTable } from '../../../../utils/rspace/output/parse-table.ts';
import { bookingTable } from '../../../../utils/rspace/output/table.ts';
import { bookingsIn, planUpdate } from '../../../../utils/rspace/output/update-plan.ts';
import type { BookingColumn } from '../../../../utils/settings/columns.ts';
import { aRow, someDetails } from '../../support/bookings.ts';

const columns: BookingColumn[] = ['id', 'start', 'status', 'note'];
const options = {
  columns,
  language: 'en-GB',
  retrievedAt: Date.parse('2026-11-23T14:05:00Z'),
  timeZone: 'Europe/London',
  marker: 'first',
} as const;
const day = (date: string) => ({ ...options, marker: date, retrievedAt: Date.parse(`${date}T09:00:00Z`) });
const known = (...rows: BookingRow[]) => new Map(rows.map((row) => [row.id, row]));
const tableOf = (html: string) => {
  const table = parseTable(html);
  if (!table) throw new Error('no table');
  return table;
};
const edited = (html: string, edit: (table: HTMLTableElement) => void) => {
  const table = tableOf(html);
  edit(table);
  return table.outerHTML;
};
const update = (html: string, rows: readonly BookingRow[], moment = day('2026-11-25')) => {
  const plan = planUpdate(html, known(...rows), moment);
  if (plan.kind !== 'update') throw new Error(JSON.stringify(plan));
  return { ...plan, table: tableOf(plan.html) };
};
const cellOf = (table: HTMLTableElement, column: BookingColumn, line = 1) => {
  const cell = table.rows[line]?.cells[columns.indexOf(column)];
  if (!cell) throw new Error('no cell');
  return cell;
};
const noted = (note: string | null, over: Partial<BookingRow> = {}) =>
  aRow({ id: '1', status: 'Booked', details: someDetails({ note }), ...over });
const written = (...rows: BookingRow[]) => bookingTable(rows, options).outerHTML;
const long = (word: string) => `${word} `.repeat(200);

describe('a note in Calira', () => {
  const link = '<a href="https://app.clustermarket.com/accounts/1242/my_bookings/4980109"';
  test.each([
    ['is written where there was none', null, 'new', 'new', 0],
    ['takes the place of another', 'old', 'new', 'new', 0],
    ['that was taken away leaves its cell empty', 'old', null, '', 0],
    ['that has become long is told from its beginning', 'old', long('new'), 'new new', 1],
    ['that has become short stands without a link', long('old'), 'new', 'new', 0],
    ['that is another long one leads to all of it', long('old'), long('new'), 'new new', 1],
  ])('%s', (_what, before, after, beginning, links) => {
    const { table, changes } = update(written(noted(before)), [noted(after)]);
    const cell = cellOf(table, 'note');
    expect(cell.textContent?.startsWith(beginning)).toBe(true);
    expect(cell.textContent).not.toContain('old');
    expect(cell.innerHTML.split(link)).toHaveLength(links + 1);
    expect(changes[0]?.cells.map(({ column }) => column)).toEqual(['note']);
    // What was written now is recognised the next time.
    expect(update(table.outerHTML, [noted(after)])).toMatchObject({ changes: [], kept: [] });
    expect(update(table.outerHTML, [noted('later')]).changes).toHaveLength(1);
  });
});

describe('what the person has written', () => {
  const mine = (html: string) => edited(html, (table) => cellOf(table, 'status').append(', alas'));

  test('stays theirs, update after update, beside cells that are renewed', () => {
    const first = update(mine(written(noted('old'))), [noted('new', { status: 'Completed' })]);
    expect(first.changes[0]?.cells.map(({ column }) => column)).toEqual(['note']);
    expect(first.kept[0]?.cells).toEqual([{ column: 'status', from: 'Booked, alas', to: 'Completed' }]);
    const second = update(first.html, [noted('newer', { status: 'Booked, alas' })]);
    expect(second.changes[0]?.cells.map(({ column }) => column)).toEqual(['note']);
    expect(second.kept).toEqual([]);
    const third = update(second.html, [noted('newest', { status: 'Completed' })]);
    expect(third.kept[0]?.cells.map(({ column }) => column)).toEqual(['status']);
    expect(cellOf(third.table, 'status').textContent).toBe('Booked, alas');
  });

  test('is told with the booking and its equipment, or with no name where there is none', () => {
    const html = mine(written(noted(null)));
    expect(update(html, [noted(null)]).kept).toMatchObject([
      { id: '1', equipment: 'Confocal microscope SP8' },
    ]);
    expect(update(html, [noted(null, { equipment: null })]).kept).toMatchObject([{ id: '1', equipment: '' }]);
  });
});

test('what was not renewed the last time is renewed the next time', () => {
  const first = update(written(noted('old')), [noted('new')]);
  const { changes, kept } = update(first.html, [noted('new', { status: 'Completed' })]);
  expect(changes[0]?.cells).toEqual([{ column: 'status', from: 'Booked', to: 'Completed' }]);
  expect(kept).toEqual([]);
});

test('a new text stands in the print of the old one, with the blanks around it', () => {
  const html = edited(written(noted(null)), (table) => {
    cellOf(table, 'status').innerHTML = ' <b>Booked</b> ';
  });
  const { table } = update(html, [noted(null, { status: 'Completed' })]);
  expect(cellOf(table, 'status').innerHTML).toBe(' <b>Completed</b> ');
});

describe('which insertion a table is', () => {
  test('stays what it was', () => {
    expect(update(written(noted(null)), [noted(null)]).table.dataset.caliraInsertion).toBe('first');
  });

  test('is said where it was not known', () => {
    const html = edited(written(noted(null)), (table) => delete table.dataset.caliraInsertion);
    expect(update(html, [noted(null)]).table.dataset.caliraInsertion).toBe('2026-11-25');
  });
});

describe('when rows were retrieved', () => {
  const one = aRow({ id: '1' });
  const two = aRow({ id: '2' });
  const three = aRow({ id: '3' });
  const moments = ({ rows }: HTMLTableElement) =>
    [...rows].slice(1).map(({ dataset }) => dataset.caliraRetrieved?.slice(0, 10));
  const line = ({ caption }: HTMLTableElement) => caption?.textContent;

  test('is kept by each that could not be seen, and forgotten once it is', () => {
    const first = update(written(one, two, three), [one, two], day('2026-11-24'));
    expect(moments(first.table)).toEqual([undefined, undefined, '2026-11-23']);
    const second = update(first.html, [one], day('2026-11-25'));
    expect(moments(second.table)).toEqual([undefined, '2026-11-24', '2026-11-23']);
    expect(line(second.table)).toBe(
      'Calira bookings · retrieved 25 Nov 2026, 09:00 GMT · 2 of 3 as of 23 Nov 2026, 14:05 GMT',
    );
    const third = update(second.html, [one, two, three], day('2026-11-26'));
    expect(moments(third.table)).toEqual([undefined, undefined, undefined]);
    expect(line(third.table)).toBe('Calira bookings · retrieved 26 Nov 2026, 09:00 GMT');
  });

  test('is told of all of them where none can be seen: it stays as it was', () => {
    const { table } = update(written(one, two), []);
    expect(moments(table)).toEqual(['2026-11-23', '2026-11-23']);
    expect(table.dataset.caliraRetrieved).toBe('2026-11-23T14:05:00.000Z');
    expect(line(table)).toBe('Calira bookings · retrieved 23 Nov 2026, 14:05 GMT');
  });

  test.each<[string, (table: HTMLTableElement) => void]>([
    ['has been lost', (table) => delete table.dataset.caliraRetrieved],
    [
      'makes no sense',
      (table) => {
        table.dataset.caliraRetrieved = 'yesterday';
      },
    ],
  ])('is not claimed where it %s', (_what, edit) => {
    const { table } = update(edited(written(one, two), edit), [one]);
    expect(line(table)).toBe('Calira bookings · retrieved 25 Nov 2026, 09:00 GMT');
  });

  test.each<[string, (table: HTMLTableElement) => void, string | undefined]>([
    ['its whole caption', (table) => table.caption?.remove(), undefined],
    ['the line in it', (table) => table.caption?.replaceChildren('Mine'), 'Mine'],
  ])('is not forced on a person who has deleted %s', (_what, edit, text) => {
    const { table } = update(edited(written(one), edit), [one]);
    expect(line(table)).toBe(text);
    expect(table.dataset.caliraRetrieved).toBe('2026-11-25T09:00:00.000Z');
  });
});

describe('a table of RSpace’s own dialog', () => {
  const link = '<a href="https://app.clustermarket.com/accounts/11/my_bookings/1">1</a>';
  const html = `<table><tbody><tr><th>Booking ID</th><th>Status</th></tr><tr><td>${link}</td><td>Booked</td></tr></tbody></table>`;

  test('gets the marker, by which it is found again, and nothing else that it did not have', () => {
    const { table } = update(html, [noted(null, { status: 'Completed' })]);
    expect({ ...table.dataset }).toEqual({ caliraInsertion: '2026-11-25' });
    expect(table.rows[1]?.attributes).toHaveLength(0);
    expect(table.rows[1]?.textContent).toBe('1Completed');
  });

  test('of a booking that cannot be seen stays as it was', () => {
    const { table, notVisible } = update(html, []);
    expect(notVisible).toEqual(['1']);
    expect({ ...table.rows[1]?.dataset }).toEqual({});
  });
});

test('a table that cannot be read names no bookings', () => {
  const html = edited(written(noted(null)), (table) => cellOf(table, 'status').setAttribute('colspan', '2'));
  expect(planUpdate(html, known(), day('2026-11-25'))).toEqual({ kind: 'refused', reason: 'mergedCells' });
  expect(bookingsIn(html)).toEqual([]);
});

test.each([
  ['comes first', '<table></table><p>text</p>', true],
  ['comes after something else', '<p>text</p><table></table>', false],
  ['is within something else', '<div><table></table></div>', false],
  ['is none', 'text', false],
])('what the editor has is a table where it %s', (_what, html, found) => {
  expect(parseTable(html) !== null).toBe(found);
});

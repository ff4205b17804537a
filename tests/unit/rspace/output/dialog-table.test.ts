// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { dialogRows, dialogText } from '../../../../utils/rspace/output/dialog-table.ts';
import { readInsertedTable } from '../../../../utils/rspace/output/inserted-table.ts';
import { aRow, someDetails } from '../../support/bookings.ts';

const page = (id: string) => `https://app.clustermarket.com/accounts/11/my_bookings/${id}`;
const link = (href: string) => `<a href="${href}">link</a>`;

function table(...lines: string[][]): HTMLTableElement {
  const holder = document.createElement('div');
  const rows = lines.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  holder.innerHTML = `<table><tbody>${rows.join('')}</tbody></table>`;
  const [found] = holder.getElementsByTagName('table');
  if (!found) throw new Error('no table');
  return found;
}
const headings = ['Booking ID', 'Start Time', 'Duration (mins)', 'Status', 'Notes'];
const line = (...texts: string[]) => [link(page('1')), ...texts];
const usual = line('2026-11-19 10:00:00', '195', 'Booked', '');

function read(...lines: string[][]) {
  const rows = dialogRows(table(...lines));
  if (typeof rows === 'string') throw new Error(rows);
  return rows;
}

describe('a booking in a table of the dialog', () => {
  test.each([
    ['a page of a booking', page('4980109'), '4980109'],
    ['the same with a slash behind it', `${page('7')}/`, '7'],
    ['an id of letters', page('a-b_9'), 'a-b_9'],
    ['an id as long as they come', page('x'.repeat(64)), 'x'.repeat(64)],
    ['an id that is too long', page('x'.repeat(65)), null],
    ['a page below it', page('7/edit'), null],
    ['a page without an id', page(''), null],
    ['a page of no lab', 'https://app.clustermarket.com/accounts//my_bookings/7', null],
    ['a page of another kind', 'https://app.clustermarket.com/accounts/11/equipment/7', null],
    ['a page with something between', 'https://app.clustermarket.com/accounts/11/x/my_bookings/7', null],
  ])('is told by its link, to %s', (_what, href, id) => {
    const rows = dialogRows(table(headings, [link(href), '', '', '', '']));
    expect(typeof rows === 'string' ? null : rows[0]?.booking).toBe(id);
  });

  test('is told by the first of its links, and not by an anchor', () => {
    expect(
      read(headings, ['<a id="x">1</a>', link(page('2')), link(page('3')), '', '']).map((row) => row.booking),
    ).toEqual(['2']);
  });

  test('stands in its row, between others that are none', () => {
    const own = ['own', '', '', '', ''];
    const all = table(headings, own, usual, own);
    const rows = dialogRows(all);
    expect(rows).toHaveLength(1);
    expect(typeof rows === 'string' ? null : rows[0]?.element).toBe(all.rows[2]);
  });
});

describe('whose a cell is', () => {
  test.each([
    ['as the dialog writes it', ['2026-11-19 10:00:00', '195', 'Booked'], [false, false, false]],
    ['in other statuses of Calira', ['2026-01-01 00:00:59', '0', 'in progress'], [false, false, false]],
    ['with blanks around', [' 2026-11-19 10:00:00\n', ' 195 ', ' Booked '], [false, false, false]],
    ['with a word behind', ['2026-11-19 10:00:00 or so', '195 or so', 'Booked twice'], [true, true, true]],
    ['with a word before', ['about 2026-11-19 10:00:00', 'about 195', 'not Booked'], [true, true, true]],
    ['without seconds', ['2026-11-19 10:00', '195', 'Booked'], [true, false, false]],
    ['with days of three figures', ['2026-11-190 10:00:00', '19.5', 'Booked'], [true, true, false]],
    ['with letters', ['2026-11-19 1a:00:00', '1h', 'Booked'], [true, true, false]],
    ['emptied', ['', '', ''], [true, true, true]],
  ])('%s', (_how, texts, own) => {
    const [row] = read(headings, line(...texts, ''));
    expect(row?.cells.map(({ column }) => column)).toEqual(['start', 'duration', 'status']);
    expect(row?.cells.map((cell) => cell.own)).toEqual(own);
  });

  test('does not hang on capitals or blanks in the headings, nor on the order of the columns', () => {
    const [row] = read(['STATUS', ' booking  id', 'start\u00a0time '], ['Booked', link(page('1')), 'mine']);
    expect(row?.cells.map(({ column, own }) => [column, own])).toEqual([
      ['status', false],
      ['start', true],
    ]);
  });

  test('is not asked where a row has no such cell', () => {
    const [row] = read(headings, line('2026-11-19 10:00:00'));
    expect(row?.cells.map(({ column }) => column)).toEqual(['start']);
  });
});

describe('a table that is not one of bookings', () => {
  test.each<[string, string[][], ReturnType<typeof dialogRows>]>([
    ['one without rows', [], 'other'],
    ['one without links', [headings, ['1', '', '', '', '']], 'other'],
    [
      'one of equipment',
      [
        ['Equipment ID', 'Booking ID'],
        ['5', link(page('1'))],
      ],
      'other',
    ],
    ['one whose headings were deleted', [usual], 'noHeader'],
    ['one whose headings are other words', [['A', 'B', 'C', 'D', 'E'], usual], 'noHeader'],
    ['one with headings alone', [headings], 'other'],
  ])('%s', (_what, lines, expected) => {
    expect(dialogRows(table(...lines))).toEqual(expected);
  });
});

describe('read as a table that was inserted', () => {
  const kindOf = (...lines: string[][]) => readInsertedTable(table(...lines));

  test('a text in two pieces is the person’s, though it looks like the dialog’s', () => {
    const inserted = kindOf(headings, line('2026-11-19 10:00:00', '1<b>95</b>', '<b>Booked</b>', ''));
    expect(inserted).toMatchObject({ kind: 'bookings', writer: 'rspaceDialog' });
    expect(inserted.kind === 'bookings' && inserted.rows[0]?.cells.map(({ own }) => own)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test.each<[string, string[][], ReturnType<typeof kindOf>]>([
    ['of equipment', [['Equipment ID'], [link(page('1'))]], { kind: 'other' }],
    ['without headings', [usual, usual], { kind: 'unreadable', reason: 'noHeader' }],
    ['with a cell too few', [headings, usual.slice(0, 3)], { kind: 'unreadable', reason: 'mergedCells' }],
  ])('one %s cannot be updated', (_what, lines, expected) => {
    expect(kindOf(...lines)).toEqual(expected);
  });
});

describe('what the dialog would write', () => {
  test.each([
    ['2026-11-19T11:00:00.000+01:00', '2026-11-19 11:00:00'],
    ['2026-11-19T11:00:30Z', '2026-11-19 11:00:30'],
    ['2026-11-19T11:05Z', '2026-11-19 11:05:00'],
    ['2026-11-19T11:05+05:30', '2026-11-19 11:05:00'],
  ])('of a start %s: %s, the time on the lab’s clock', (start, text) => {
    expect(dialogText('start', aRow({ start }))).toBe(text);
  });

  test('of the length: minutes, Calira’s own or those between the times', () => {
    expect(dialogText('duration', aRow({ details: someDetails({ duration: 60 }) }))).toBe('60');
    expect(dialogText('duration', aRow({ details: null }))).toBe('195');
  });

  test('of the status: Calira’s word, on one line', () => {
    expect(dialogText('status', aRow({ status: 'In\n progress\u200b' }))).toBe('In progress');
  });
});

// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readInsertedTable } from '../../../../utils/rspace/output/inserted-table.ts';
import { bookingTable } from '../../../../utils/rspace/output/table.ts';
import type { BookingColumn } from '../../../../utils/settings/columns.ts';
import { aRow, someDetails } from '../../support/bookings.ts';

const columns: BookingColumn[] = ['id', 'equipment', 'start', 'status', 'note', 'notes'];
const options = {
  columns,
  language: 'en-GB',
  retrievedAt: Date.parse('2026-11-23T14:05:00Z'),
  timeZone: 'Europe/London',
  marker: 'm',
} as const;
const row = aRow({ id: '1', details: someDetails({ note: 'realigned '.repeat(100) }) });
const written = () => bookingTable([row], options);
const tableIn = (html: string) => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  const table = holder.querySelector('table');
  if (!table) throw new Error('no table');
  return table;
};
const bookingsOf = (table: HTMLTableElement) => {
  const read = readInsertedTable(table);
  if (read.kind !== 'bookings') throw new Error(JSON.stringify(read));
  return read.rows;
};
const cellOf = (table: HTMLTableElement, column: BookingColumn) => {
  const cell = table.rows[1]?.cells[columns.indexOf(column)];
  if (!cell) throw new Error('no cell');
  return cell;
};
/** Whose the text of a column is, after somebody has formatted or rewritten it. */
const isOwn = (column: BookingColumn, edit: (cell: HTMLTableCellElement) => void) => {
  const table = written();
  edit(cellOf(table, column));
  return bookingsOf(table)[0]?.cells.find((cell) => cell.column === column)?.own;
};

test('what Calira may have changed is found, and nothing else is touched', () => {
  const table = written();
  const [first] = bookingsOf(table);
  expect(first?.booking).toBe('1');
  expect(first?.element).toBe(table.rows[1]);
  expect(first?.cells).toEqual(
    (['start', 'status', 'note'] as const).map((column) => ({
      column,
      element: cellOf(table, column),
      own: false,
    })),
  );
});

describe('a text that still is what was written', () => {
  test.each([
    ['in bold', '<strong>Completed</strong>'],
    ['in italics within a span', '<span><em>Completed</em></span>'],
    ['as a subscript', '<sub>Completed</sub>'],
    ['underlined, with blanks around', ' <u>Completed</u> '],
    ['before a line break', 'Completed<br>'],
    ['with a link of the person’s', '<a href="https://example.org/">Completed</a>'],
  ])('is renewed %s', (_how, html) => {
    expect(
      isOwn('status', (cell) => {
        cell.innerHTML = html;
      }),
    ).toBe(false);
  });

  test.each([
    ['half of it in bold', 'Comp<b>leted</b>'],
    ['two pieces in bold', '<b>Comp</b><b>leted</b>'],
    ['half of it a link', '<a href="https://example.org/">Comp</a>leted'],
    ['two links', '<a href="https://example.org/">Comp</a><a href="https://example.org/">leted</a>'],
    ['a picture beside it', 'Completed<img alt="">'],
    ['a paragraph of its own', '<p>Completed</p>'],
    ['a picture within bold print', '<b>Completed<img alt=""></b>'],
  ])('is the person’s with %s', (_how, html) => {
    expect(
      isOwn('status', (cell) => {
        cell.innerHTML = html;
      }),
    ).toBe(true);
  });
});

describe('the beginning of a long note', () => {
  test('is renewed together with the link to its rest', () => {
    expect(isOwn('note', () => {})).toBe(false);
  });

  test('is renewed where the link has become plain text', () => {
    const unlink = (cell: HTMLTableCellElement) => {
      cell.textContent = `${cell.textContent}`;
    };
    expect(isOwn('note', unlink)).toBe(false);
  });

  test.each<[string, (cell: HTMLTableCellElement) => void]>([
    [
      'the link has become bold print',
      (cell) => {
        const bold = document.createElement('b');
        bold.append('more in Calira');
        cell.querySelector('a')?.replaceWith(bold);
      },
    ],
    ['a line follows the link', (cell) => cell.append('\n')],
    ['something is written behind the link', (cell) => cell.append('!')],
    ['a break stands before the link', (cell) => cell.prepend(document.createElement('br'))],
  ])('is the person’s where %s', (_what, edit) => {
    expect(isOwn('note', edit)).toBe(true);
  });
});

describe('the bookings of a table', () => {
  test.each([
    ['9', true],
    ['a-b_9', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['', false],
    ['a b', false],
    ['9 ', false],
    [' 9', false],
    ['ä', false],
  ])('are those with an id such as Calira gives: %o', (id, known) => {
    const table = written();
    for (const line of table.querySelectorAll<HTMLElement>('tbody tr')) line.dataset.caliraBooking = id;
    expect(readInsertedTable(table).kind).toBe(known ? 'bookings' : 'other');
  });

  test('are read beside rows of the person’s, above and below the headings', () => {
    const table = bookingTable([row, aRow({ id: '2' })], options);
    const own = () => {
      const line = document.createElement('tr');
      for (const _ of columns) line.insertCell().textContent = 'own';
      return line;
    };
    table.tHead?.prepend(own());
    table.querySelector('tbody tr')?.after(own());
    expect(bookingsOf(table).map(({ booking, cells }) => [booking, cells.length])).toEqual([
      ['1', 3],
      ['2', 3],
    ]);
  });
});

describe('merged cells', () => {
  test.each<[string, (cell: HTMLTableCellElement, line: HTMLTableRowElement) => void, string]>([
    ['cells that say they span one', (cell) => cell.setAttribute('colspan', '1'), 'bookings'],
    ['rows that say they span one', (cell) => cell.setAttribute('rowspan', '1'), 'bookings'],
    ['a cell across two columns', (cell) => cell.setAttribute('colspan', '2'), 'unreadable'],
    ['a cell across two rows', (cell) => cell.setAttribute('rowspan', '2'), 'unreadable'],
    ['one cell too many', (_cell, line) => line.insertCell(), 'unreadable'],
    ['one cell too few', (cell) => cell.remove(), 'unreadable'],
  ])('are none where every row has its cells: %s', (_what, edit, kind) => {
    const table = bookingTable([row, aRow({ id: '2' })], options);
    const line = table.rows[2];
    if (!line) throw new Error('no row');
    edit(cellOf(table, 'status'), line);
    expect(readInsertedTable(table).kind).toBe(kind);
  });
});

test('a row without fingerprints is the person’s', () => {
  const table = written();
  for (const line of table.rows) delete line.dataset.caliraHashes;
  expect(bookingsOf(table)[0]?.cells.map(({ own }) => own)).toEqual([true, true, true]);
});

test('a table of another program is none of ours', () => {
  expect(readInsertedTable(tableIn('<table><tr><td>1</td></tr></table>'))).toEqual({ kind: 'other' });
});

// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { BookingRow } from '../../../../utils/bookings/booking.ts';
import { equipmentTable } from '../../../../utils/rspace/output/equipment-table.ts';
import { parseTable } from '../../../../utils/rspace/output/parse-table.ts';
import type { TableOptions } from '../../../../utils/rspace/output/table.ts';
import { bookingTable } from '../../../../utils/rspace/output/table.ts';
import { comparable } from '../../../../utils/rspace/output/text-hash.ts';
import type { TablePlan } from '../../../../utils/rspace/output/update-plan.ts';
import { bookingsIn, planUpdate } from '../../../../utils/rspace/output/update-plan.ts';
import { usualColumns } from '../../../../utils/settings/columns.ts';
import { sanitise } from '../../../sandbox/rspace/sanitiser.ts';
import { aRow, someDetails } from '../../support/bookings.ts';

const options: TableOptions = {
  language: 'en-GB',
  retrievedAt: Date.parse('2026-11-23T14:05:00Z'),
  timeZone: 'Europe/London',
  marker: 'first',
  columns: [...usualColumns, 'end', 'note'],
};
const later = { ...options, retrievedAt: Date.parse('2026-11-25T09:00:00Z'), marker: 'second' };

const one = aRow({ id: '1', status: 'Booked' });
const two = aRow({ id: '2', status: 'Booked' });
const written = (...rows: BookingRow[]) => bookingTable(rows, options).outerHTML;
const known = (...rows: BookingRow[]) => new Map(rows.map((row) => [row.id, row]));

/** Does to a table what a person does in the editor. */
function edited(html: string, edit: (table: HTMLTableElement) => void): string {
  const table = parseTable(html);
  if (!table) throw new Error('no table');
  edit(table);
  return table.outerHTML;
}
const cell = (table: HTMLTableElement, row: number, column: number): HTMLElement => {
  const found = table.rows[row]?.cells[column];
  if (!found) throw new Error('no cell');
  return found;
};
const texts = (html: string) =>
  [...(parseTable(html)?.rows ?? [])].map((row) => [...row.cells].map(({ textContent }) => textContent));
const caption = (html: string) => parseTable(html)?.caption?.textContent;

function planned(plan: TablePlan): TablePlan & { kind: 'update' } {
  if (plan.kind !== 'update') throw new Error(JSON.stringify(plan));
  return plan;
}

describe('a table that was inserted', () => {
  test('names its bookings', () => {
    expect(bookingsIn(written(one, two))).toEqual(['1', '2']);
    expect(bookingsIn(sanitise(written(one, two)))).toEqual(['1', '2']);
  });

  test('of which nothing has changed gets a newer line of provenance, and nothing else', () => {
    const plan = planned(planUpdate(written(one, two), known(one, two), later));
    expect({ ...plan, html: null }).toEqual({
      kind: 'update',
      html: null,
      checked: 2,
      changes: [],
      kept: [],
      notVisible: [],
    });
    expect(texts(plan.html)).toEqual(texts(written(one, two)));
    expect(caption(plan.html)).toBe('Calira bookings · retrieved 25 Nov 2026, 09:00 GMT');
    expect(parseTable(plan.html)?.dataset).toMatchObject({
      caliraInsertion: 'first',
      caliraRetrieved: '2026-11-25T09:00:00.000Z',
    });
  });

  test('takes over what Calira says now: status, times, duration and notes', () => {
    const now = aRow({
      id: '2',
      status: 'Completed',
      start: '2026-11-19T10:30:00Z',
      end: '2026-11-19T12:30:00Z',
      details: someDetails({ duration: 120, note: 'Laser realigned', requester: 'Somebody Else' }),
    });
    const plan = planned(planUpdate(sanitise(written(one, two)), known(one, now), later));
    expect(plan.changes).toEqual([
      {
        id: '2',
        equipment: 'Confocal microscope SP8',
        cells: [
          { column: 'start', from: '19 Nov 2026, 10:00 GMT', to: '19 Nov 2026, 10:30 GMT' },
          { column: 'duration', from: '3 h 15 min', to: '2 h' },
          { column: 'status', from: 'Booked', to: 'Completed' },
          { column: 'end', from: '19 Nov 2026, 13:15 GMT', to: '19 Nov 2026, 12:30 GMT' },
          { column: 'note', from: '', to: 'Laser realigned' },
        ],
      },
    ]);
    // Whose booking it was stays as it was recorded.
    expect(texts(plan.html)[2]).toEqual([
      '2',
      'Confocal microscope SP8',
      'Ada Byron',
      '19 Nov 2026, 10:30 GMT',
      '2\u00a0h',
      'Completed',
      '',
      '19 Nov 2026, 12:30 GMT',
      'Laser realigned',
    ]);
  });

  test('can be updated again and again', () => {
    const now = { ...one, status: 'In progress' };
    const first = planned(planUpdate(written(one), known(now), later));
    const second = planned(planUpdate(sanitise(first.html), known({ ...now, status: 'Completed' }), later));
    expect(second.changes.map(({ cells }) => cells)).toEqual([
      [{ column: 'status', from: 'In progress', to: 'Completed' }],
    ]);
    expect(second.kept).toEqual([]);
  });
});

describe('a table that was inserted in another language', () => {
  const done = { ...one, status: 'Completed', details: someDetails({ duration: 45 }) };

  test.each([
    ['de', 'Calira-Buchungen · abgerufen am 25. Nov. 2026, 09:00 '],
    ['fr', 'Réservations Calira · consultées le 25 nov. 2026, 09:00 '],
    ['es', 'Reservas de Calira · consultadas el 25 nov 2026, 09:00 '],
    ['nb', 'Calira-reservasjoner · hentet 25. nov. 2026, 09:00 '],
  ] as const)('is updated in that one, also after saving: %s', (language, line) => {
    const html = sanitise(bookingTable([one], { ...options, language }).outerHTML);
    const before = texts(html);
    const plan = planned(planUpdate(html, known(done), later));
    expect(plan.changes.map(({ cells }) => cells.map(({ column }) => column))).toEqual([
      ['duration', 'status'],
    ]);
    // How a zone is called differs from one browser to the next.
    expect(comparable(caption(plan.html) ?? '')).toMatch(new RegExp(`^${line}\\S+$`));
    // Calira's own words stay as Calira writes them.
    const expected = texts(bookingTable([done], { ...options, language }).outerHTML);
    expect(texts(plan.html)).toEqual(expected);
    expect(texts(plan.html)[0]).toEqual(before[0]);
    expect(texts(plan.html)[1]?.[5]).toBe('Completed');
  });

  test('that is not known is read as English', () => {
    const html = edited(written(one), ({ dataset }) => {
      dataset.caliraLanguage = 'tlh';
    });
    expect(planned(planUpdate(html, known(one), later)).changes).toEqual([]);
  });
});

describe('what is the person’s', () => {
  const done = { ...one, status: 'Completed' };

  test('a note beside the booking, another column and another row stay', () => {
    const html = edited(written(one, two), (table) => {
      cell(table, 1, 6).textContent = 'Beautiful images';
      for (const [index, row] of [...table.rows].entries()) {
        const own = document.createElement(index === 0 ? 'th' : 'td');
        own.textContent = `own ${index}`;
        row.cells[3]?.before(own);
      }
      const row = table.rows[2]?.cloneNode(true) as HTMLTableRowElement;
      for (const name of ['data-calira-booking', 'data-calira-hashes']) row.removeAttribute(name);
      for (const [index, own] of [...row.cells].entries()) own.textContent = `row ${index}`;
      table.rows[1]?.after(row);
    });
    const plan = planned(planUpdate(sanitise(html), known(done, two), later));
    const expected = texts(html);
    expected[1] = expected[1]?.map((text) => (text === 'Booked' ? 'Completed' : text)) ?? [];
    expect(texts(plan.html)).toEqual(expected);
  });

  test('a cell that was rewritten is not changed, and is listed', () => {
    const html = edited(written(one), (table) => {
      cell(table, 1, 5).textContent = 'Aborted: laser failed';
    });
    const plan = planned(planUpdate(html, known(done), later));
    expect(plan.changes).toEqual([]);
    expect(plan.kept.map(({ cells }) => cells)).toEqual([
      [{ column: 'status', from: 'Aborted: laser failed', to: 'Completed' }],
    ]);
    expect(texts(plan.html)).toEqual(texts(html));
  });

  test('a picture or a remark in a cell is not lost', () => {
    const html = edited(written(one), (table) => {
      const icon = document.createElement('img');
      icon.className = 'commentIcon';
      cell(table, 1, 5).append(icon);
    });
    expect(planned(planUpdate(html, known(done), later)).html).toContain('commentIcon');
  });

  test('bold print stays bold', () => {
    const html = edited(written(one), (table) => {
      const bold = document.createElement('strong');
      bold.textContent = 'Booked';
      cell(table, 1, 5).replaceChildren(bold);
    });
    expect(planned(planUpdate(html, known(done), later)).html).toContain('<strong>Completed</strong>');
  });

  test('columns that were moved or taken away are found, or not missed', () => {
    const html = edited(written(one), (table) => {
      for (const row of table.rows) {
        row.cells[3]?.remove();
        row.append(row.cells[4] as Node);
      }
    });
    const plan = planned(planUpdate(html, known(done), later));
    expect(texts(plan.html)[1]?.at(-1)).toBe('Completed');
  });

  test('a title beside the line of provenance stays; a line that was rewritten is not touched', () => {
    const titled = edited(written(one), (table) => table.caption?.prepend('Table 1: '));
    expect(caption(planned(planUpdate(titled, known(done), later)).html)).toBe(
      'Table 1: Calira bookings · retrieved 25 Nov 2026, 09:00 GMT',
    );
    const rewritten = edited(written(one), (table) => {
      const line = table.caption?.firstElementChild;
      if (line) line.textContent = 'Bookings of my first week';
    });
    expect(caption(planned(planUpdate(rewritten, known(done), later)).html)).toBe(
      'Bookings of my first week',
    );
  });
});

describe('a booking that the person cannot see', () => {
  test('stays as it is, is listed, and keeps the moment at which it was retrieved', () => {
    const plan = planned(planUpdate(written(one, two), known(two), later));
    expect(plan.notVisible).toEqual(['1']);
    expect(plan.checked).toBe(1);
    expect(texts(plan.html)).toEqual(texts(written(one, two)));
    expect(caption(plan.html)).toBe(
      'Calira bookings · retrieved 25 Nov 2026, 09:00 GMT · 1 of 2 as of 23 Nov 2026, 14:05 GMT',
    );
    const third = { ...later, retrievedAt: Date.parse('2026-11-26T09:00:00Z') };
    const again = planned(planUpdate(plan.html, known(two), third));
    expect(caption(again.html)).toBe(
      'Calira bookings · retrieved 26 Nov 2026, 09:00 GMT · 1 of 2 as of 23 Nov 2026, 14:05 GMT',
    );
    const seen = planned(planUpdate(again.html, known(one, two), third));
    expect(caption(seen.html)).toBe('Calira bookings · retrieved 26 Nov 2026, 09:00 GMT');
  });

  test('where no booking can be seen, nothing claims to be newer', () => {
    const plan = planned(planUpdate(written(one), known(), later));
    expect(caption(plan.html)).toBe('Calira bookings · retrieved 23 Nov 2026, 14:05 GMT');
  });
});

describe('refused', () => {
  test.each<[string, (table: HTMLTableElement) => void]>([
    ['cells side by side', (table) => cell(table, 1, 0).setAttribute('colspan', '2')],
    ['cells one below the other', (table) => cell(table, 1, 0).setAttribute('rowspan', '2')],
    ['a missing cell', (table) => cell(table, 1, 0).remove()],
  ])('a table with merged cells: %s', (_what, edit) => {
    expect(planUpdate(edited(written(one, two), edit), known(one, two), later)).toEqual({
      kind: 'refused',
      reason: 'mergedCells',
    });
  });

  test.each<[string, (table: HTMLTableElement) => void]>([
    ['was deleted', (table) => table.rows[0]?.remove()],
    [
      'is an ordinary row now',
      (table) => {
        for (const heading of table.querySelectorAll('th')) heading.removeAttribute('data-calira-column');
      },
    ],
  ])('a table whose header row %s', (_what, edit) => {
    expect(planUpdate(edited(written(one), edit), known(one), later)).toEqual({
      kind: 'refused',
      reason: 'noHeader',
    });
  });
});

describe('not a table of bookings', () => {
  test.each([
    ['a table of equipment', equipmentTable([], options).outerHTML],
    ['another table', '<table><tbody><tr><td>1</td></tr></tbody></table>'],
    ['a table without rows', '<table data-tablesource="clustermarket"></table>'],
    ['no table', '<p>1</p>'],
    ['nothing', ''],
    [
      'ids that nobody gave',
      '<table data-calira-columns="id"><tbody><tr data-calira-booking="a b"><td>1</td></tr></tbody></table>',
    ],
  ])('%s', (_what, html) => {
    expect(planUpdate(html, known(one), later)).toEqual({ kind: 'other' });
    expect(bookingsIn(html)).toEqual([]);
  });
});

describe('a table of RSpace’s own dialog', () => {
  const headings = [
    'Booking ID',
    'Equipment Name',
    'Manufacturer',
    'Model',
    'Notes',
    'Booked by',
    'Start Time',
    'Duration (mins)',
    'Booking Type',
    'Status',
  ];
  const link = (id: string) =>
    `<a target="_blank" href="https://app.clustermarket.com/accounts/11/my_bookings/${id}" rel="noreferrer">${id}</a>`;
  const line = (cells: string[]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const dialogTable = (rows: string[][], heads = headings) =>
    `<table data-tablesource="clustermarket"><tbody><tr>${heads.map((text) => `<th>${text}</th>`).join('')}</tr>${rows.map(line).join('')}</tbody></table>`;
  const booked = (id: string, over: Record<number, string> = {}) =>
    Object.assign(
      [link(id), 'SP8', 'Leica', 'TCS', '', 'Ada Byron', '2026-11-19 10:00:00', '195', 'internal', 'Booked'],
      over,
    );
  const now = aRow({
    id: '1',
    status: 'Completed',
    start: '2026-11-19T11:00:00.000+01:00',
    details: someDetails({ duration: 60 }),
  });

  test('is recognised by its links, and updated in its own form', () => {
    const html = sanitise(dialogTable([booked('1'), booked('2')]));
    expect(bookingsIn(html)).toEqual(['1', '2']);
    const plan = planned(planUpdate(html, known(now), later));
    expect(plan.changes).toEqual([
      {
        id: '1',
        equipment: 'Confocal microscope SP8',
        cells: [
          { column: 'start', from: '2026-11-19 10:00:00', to: '2026-11-19 11:00:00' },
          { column: 'duration', from: '195', to: '60' },
          { column: 'status', from: 'Booked', to: 'Completed' },
        ],
      },
    ]);
    expect(plan.notVisible).toEqual(['2']);
    expect(texts(plan.html)[1]?.slice(6)).toEqual(['2026-11-19 11:00:00', '60', 'internal', 'Completed']);
  });

  test('what Calira leaves out of a booking stays in the table', () => {
    const html = sanitise(dialogTable([booked('1')]));
    const plan = planned(planUpdate(html, known({ ...now, status: '' }), later));
    expect(plan.changes[0]?.cells.map(({ column }) => column)).toEqual(['start', 'duration']);
    expect(texts(plan.html)[1]?.[9]).toBe('Booked');
  });

  test('what does not look like the dialog’s is the person’s', () => {
    const html = dialogTable([booked('1', { 4: 'mine', 6: 'in the morning', 7: 'too long', 9: 'Broken' })]);
    const plan = planned(planUpdate(html, known(now), later));
    expect(plan.changes).toEqual([]);
    expect(plan.kept[0]?.cells.map(({ column }) => column)).toEqual(['start', 'duration', 'status']);
    expect(texts(plan.html)).toEqual(texts(html));
  });

  test('without its header row, or with merged cells, it is refused', () => {
    const [first = [], second = []] = [booked('1'), booked('2')];
    const headless = `<table data-tablesource="clustermarket"><tbody>${line(first)}${line(second)}</tbody></table>`;
    expect(planUpdate(headless, known(now), later)).toEqual({ kind: 'refused', reason: 'noHeader' });
    const merged = dialogTable([booked('1')]).replace('<td>SP8', '<td colspan="2">SP8');
    expect(planUpdate(merged, known(now), later)).toEqual({ kind: 'refused', reason: 'mergedCells' });
  });

  test('of equipment is left alone', () => {
    const html = dialogTable([['92515', 'SP8', link('1')]], ['Equipment ID', 'Equipment Name', 'Last use']);
    expect(planUpdate(html, known(now), later)).toEqual({ kind: 'other' });
  });
});

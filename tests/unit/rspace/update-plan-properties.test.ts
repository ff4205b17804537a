// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { parseTable } from '../../../utils/rspace/output/parse-table.ts';
import type { TableOptions } from '../../../utils/rspace/output/table.ts';
import { bookingTable } from '../../../utils/rspace/output/table.ts';
import { comparable } from '../../../utils/rspace/output/text-hash.ts';
import { planUpdate } from '../../../utils/rspace/output/update-plan.ts';
import { bookingColumns } from '../../../utils/settings/columns.ts';
import { documentLanguages } from '../../../utils/settings/document-language.ts';
import { sanitise } from '../../sandbox/rspace/sanitiser.ts';
import { aRow, someDetails } from '../support/bookings.ts';

/** Whatever Calira, or a person, may write. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    '<b>Booked</b>',
    '</td></tr></table><script>alert(1)</script>',
    '&lt;&amp;&nbsp;',
    ' \u202ereversed\u200b ',
    // Longer than what is cut.
    'x'.repeat(600),
  ),
);
const anyTime = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 9_999_999 }).map(String), {
  minLength: 1,
  maxLength: 4,
});
const languages = fc.constantFrom(...documentLanguages);
const columns = fc.shuffledSubarray([...bookingColumns], { minLength: 1 });

const rowOf = (id: string) =>
  fc
    .record({
      name: anyText,
      status: anyText,
      note: fc.option(anyText),
      requester: anyText,
      start: anyTime,
      end: anyTime,
      minutes: fc.nat(10_000),
    })
    .map(
      ({ name, status, note, requester, start, end, minutes }): BookingRow =>
        aRow({
          id,
          status,
          start,
          end,
          equipment: { id: '5', name, manufacturer: name, model: requester, room: null, contact: null },
          details: someDetails({ note, requester, duration: minutes }),
        }),
    );
/** Bookings as they were when they were inserted, and as they are now; null: no longer visible. */
const history = ids.chain((list) =>
  fc.record({
    past: fc.tuple(...list.map(rowOf)),
    now: fc.tuple(...list.map((id) => fc.option(rowOf(id)))),
  }),
);

const options = (some: Partial<TableOptions>): TableOptions => ({
  language: 'en-GB',
  retrievedAt: Date.parse('2026-11-23T14:05:00Z'),
  timeZone: 'Europe/London',
  marker: 'm',
  columns: bookingColumns,
  ...some,
});
const known = (rows: readonly (BookingRow | null)[]) =>
  new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
const read = (html: string): HTMLTableElement => {
  const table = parseTable(html);
  if (!table) throw new Error('no table');
  return table;
};
const grid = (html: string) =>
  [...read(html).rows].map((row) => [...row.cells].map(({ textContent }) => comparable(textContent)));

describe('whatever Calira says', () => {
  test('what was written reads back as what was meant, also after saving', () => {
    fc.assert(
      fc.property(history, columns, languages, ({ past }, chosen, language) => {
        const html = bookingTable(past, options({ columns: chosen, language })).outerHTML;
        for (const saved of [html, sanitise(html), sanitise(sanitise(html))]) {
          expect(grid(saved)).toEqual(grid(html));
          expect(planUpdate(saved, known(past), options({}))).toMatchObject({
            kind: 'update',
            checked: past.length,
            changes: [],
            kept: [],
            notVisible: [],
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  test('an update writes what a table that is inserted now would say, in what may change', () => {
    fc.assert(
      fc.property(history, columns, languages, ({ past, now }, chosen, language) => {
        const html = sanitise(bookingTable(past, options({ columns: chosen, language })).outerHTML);
        const plan = planUpdate(html, known(now), options({}));
        if (plan.kind !== 'update') throw new Error(plan.kind);
        const before = grid(html);
        const fresh = past.map((row, index) => now[index] ?? row);
        const wanted = grid(bookingTable(fresh, options({ columns: chosen, language })).outerHTML);
        const renewed = new Set(['start', 'end', 'duration', 'status', 'note']);
        const expected = before.map((row, y) =>
          row.map((text, x) => (y > 0 && renewed.has(chosen[x] ?? '') ? wanted[y]?.[x] : text)),
        );
        expect(grid(plan.html)).toEqual(expected);
        // Once updated, there is nothing left to update.
        expect(planUpdate(sanitise(plan.html), known(now), options({}))).toMatchObject({
          changes: [],
          kept: [],
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('whatever the person does', () => {
  /** Where the person writes, as shares of the table's height and width; and what. */
  const writing = fc.record({
    at: fc.tuple(
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
    ),
    text: anyText,
  });
  const edits = fc.record({
    writings: fc.array(writing, { maxLength: 8 }),
    column: fc.option(fc.nat(15)),
    row: fc.option(fc.nat(4)),
    moved: fc.option(fc.tuple(fc.nat(15), fc.nat(15))),
  });

  test('their text, columns and rows are never changed', () => {
    fc.assert(
      fc.property(history, columns, edits, ({ past, now }, chosen, { writings, column, row, moved }) => {
        const table = read(sanitise(bookingTable(past, options({ columns: chosen })).outerHTML));
        const lines = [...table.rows];
        if (moved) {
          for (const line of lines)
            line.insertBefore(
              line.cells[moved[0] % line.cells.length] as Node,
              line.cells[moved[1] % line.cells.length] as Node,
            );
        }
        if (column !== null) {
          for (const [y, line] of lines.entries()) {
            const own = document.createElement(y === 0 ? 'th' : 'td');
            own.textContent = `own column ${y}`;
            line.insertBefore(own, line.cells[column % line.cells.length] as Node);
          }
        }
        if (row !== null) {
          const line = document.createElement('tr');
          for (const _ of lines[0]?.cells ?? []) line.append(document.createElement('td'));
          for (const [x, own] of [...line.cells].entries()) own.textContent = `own row ${x}`;
          lines[1 + (row % (lines.length - 1))]?.after(line);
        }
        const untouched = grid(table.outerHTML);
        for (const { at, text } of writings) {
          const y = Math.floor(at[0] * (table.rows.length - 1)) + 1;
          const x = Math.floor(at[1] * (table.rows[0]?.cells.length ?? 0));
          const cell = table.rows[y]?.cells[x];
          if (cell && comparable(cell.textContent) !== comparable(text)) cell.textContent = text;
        }
        const html = sanitise(table.outerHTML);
        const before = grid(html);
        // Whoever has written back what stood there before has left it as it was.
        const isOwn = (y: number, x: number) => before[y]?.[x] !== untouched[y]?.[x];
        const plan = planUpdate(html, known(now), options({}));
        if (plan.kind !== 'update') throw new Error(plan.kind);
        const after = grid(plan.html);
        const renewed = new Set(['Start', 'End', 'Duration', 'Status', 'Calira notes']);
        for (const [y, line] of before.entries()) {
          for (const [x, text] of line.entries()) {
            const theirs =
              y === 0 || isOwn(y, x) || !renewed.has(before[0]?.[x] ?? '') || text.startsWith('own ');
            if (theirs) expect(after[y]?.[x]).toBe(text);
          }
        }
        expect(after.map((line) => line.length)).toEqual(before.map((line) => line.length));
      }),
      { numRuns: 60 },
    );
  });
});

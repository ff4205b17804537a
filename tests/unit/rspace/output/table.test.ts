// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { BookingRow } from '../../../../utils/bookings/booking.ts';
import type { TableOptions } from '../../../../utils/rspace/output/table.ts';
import { bookingTable, tableText } from '../../../../utils/rspace/output/table.ts';
import type { BookingColumn } from '../../../../utils/settings/columns.ts';
import { bookingColumns, usualColumns } from '../../../../utils/settings/columns.ts';
import { documentLanguages } from '../../../../utils/settings/document-language.ts';
import { sanitise } from '../../../sandbox/rspace/sanitiser.ts';
import { aRow, someDetails } from '../../support/bookings.ts';

const options: TableOptions = {
  language: 'en-GB',
  retrievedAt: Date.parse('2026-11-23T14:05:00Z'),
  timeZone: 'Europe/London',
  marker: '2c1f0a3e-7d55-4a0e-9a39-0e6f3c1f7b11',
  columns: usualColumns,
};
const tableOf = (...rows: BookingRow[]) => bookingTable(rows, options);
const texts = (within: Element, selector: string) =>
  [...within.querySelectorAll(selector)].map((cell) => cell.textContent);
/** The texts of the only booking. */
const cells = (table: HTMLTableElement) => texts(table, 'tbody td');
const attributes = (element: Element) =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
/** White space means nothing between tags; in text it is one space. */
const compact = (html: string) => html.replace(/\s+/g, ' ').replace(/> | </g, (edge) => edge.trim());

describe('the table', () => {
  test('carries what RSpace keeps and what finds it again', () => {
    expect(attributes(tableOf(aRow()))).toEqual({
      border: '1',
      cellpadding: '5',
      style: 'border-collapse: collapse; width: 100%;',
      'data-tablesource': 'clustermarket',
      'data-calira-insertion': options.marker,
      'data-calira-columns': 'id equipment bookedBy start duration status notes',
      'data-calira-language': 'en-GB',
      'data-calira-retrieved': '2026-11-23T14:05:00.000Z',
    });
  });

  test('has a caption that says where it comes from and when, columns, a head and a body', () => {
    const table = tableOf(aRow(), aRow({ id: '2' }));
    expect([...table.children].map(({ tagName }) => tagName)).toEqual([
      'CAPTION',
      'COLGROUP',
      'THEAD',
      'TBODY',
    ]);
    expect(table.caption?.textContent).toBe('Calira bookings · retrieved 23 Nov 2026, 14:05 GMT');
    expect(texts(table, 'thead th')).toEqual([
      'Booking ID',
      'Equipment',
      'Booked by',
      'Start',
      'Duration',
      'Status',
      'Notes',
    ]);
    expect([...table.querySelectorAll('thead th')].map(attributes)).toEqual(
      usualColumns.map((column) => ({ scope: 'col', 'data-calira-column': column })),
    );
    expect(
      [...table.querySelectorAll<HTMLElement>('tbody tr')].map(({ dataset }) => dataset.caliraBooking),
    ).toEqual(['4980109', '2']);
  });

  test('says of a booking what a reader years later wants to know, and leaves room for notes', () => {
    expect(cells(tableOf(aRow()))).toEqual([
      '4980109',
      'Confocal microscope SP8',
      'Ada Byron',
      '19 Nov 2026, 10:00 GMT',
      '3\u00a0h 15\u00a0min',
      'Completed',
      '',
    ]);
  });

  test('links booking and equipment to Calira, in a tab of their own', () => {
    const links = [...tableOf(aRow()).querySelectorAll('a')].map(attributes);
    expect(links).toEqual(
      [aRow().links.booking, aRow().links.equipment].map((href) => ({
        href,
        target: '_blank',
        rel: 'noopener',
      })),
    );
  });

  test('has no styles on cells, and no classes or ids, which RSpace might take for its own', () => {
    expect(tableOf(aRow()).querySelectorAll('[style]:not(table, col), [class], [id]')).toHaveLength(0);
  });

  test('gives each column its share of the width, and all of it', () => {
    const shares = [...tableOf(aRow()).querySelectorAll('col')].map((col) =>
      Number(/^width: (\d+)%;$/.exec(col.getAttribute('style') ?? '')?.[1]),
    );
    expect(shares).toHaveLength(7);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
  });

  test('stays small: a row with usual names has fewer than 600 bytes', () => {
    const { equipment, details } = aRow();
    const row = aRow({
      equipment: equipment && { ...equipment, name: 'Zeiss Lightsheet Z.1 with incubation' },
      details: details && { ...details, requester: 'Alexandra Papadopoulos-Müller' },
    });
    const size = (count: number) =>
      new TextEncoder().encode(tableOf(...Array.from({ length: count }, () => row)).outerHTML).length;
    expect(size(2) - size(1)).toBeLessThan(600);
  });
});

describe('columns', () => {
  const said = (columns: readonly BookingColumn[], row: BookingRow) => {
    const table = bookingTable([row], { ...options, columns });
    return Object.fromEntries(
      texts(table, 'thead th').map((heading, index) => [heading, cells(table)[index]]),
    );
  };

  test('say everything that there is to say of a booking', () => {
    const row = aRow({ details: someDetails({ note: 'Laser 488 realigned', cost: '12.50' }) });
    expect(said(bookingColumns, row)).toEqual({
      'Booking ID': '4980109',
      Equipment: 'Confocal microscope SP8',
      Manufacturer: 'Leica Microsystems',
      Model: 'TCS SP8',
      Room: 'B 1.07',
      Lab: 'Imaging Core',
      'Booked by': 'Ada Byron',
      'Requester lab': 'Byron Lab',
      Start: '19 Nov 2026, 10:00 GMT',
      End: '19 Nov 2026, 13:15 GMT',
      Duration: '3\u00a0h 15\u00a0min',
      'Booking type': 'internal',
      Cost: '12.50',
      Status: 'Completed',
      'Calira notes': 'Laser 488 realigned',
      Notes: '',
    });
  });

  test('stand in the order that was chosen, each with its share of the width', () => {
    const table = bookingTable([aRow()], { ...options, columns: ['status', 'id'] });
    expect(texts(table, 'th')).toEqual(['Status', 'Booking ID']);
    expect(cells(table)).toEqual(['Completed', '4980109']);
    expect([...table.querySelectorAll('col')].map((col) => col.getAttribute('style'))).toEqual([
      'width: 52%;',
      'width: 48%;',
    ]);
  });

  test('of an end in summer say the zone of the end', () => {
    const row = aRow({
      timeZone: null,
      start: '2026-03-29T00:30:00+00:00',
      end: '2026-03-29T02:30:00+01:00',
    });
    expect(said(['start', 'end'], row)).toEqual({
      Start: '29 Mar 2026, 00:30 GMT',
      End: '29 Mar 2026, 02:30 GMT+1',
    });
  });

  test('a long note is shortened, with a link to all of it', () => {
    const row = aRow({ details: someDetails({ note: 'realigned '.repeat(1_000) }) });
    const table = bookingTable([row], { ...options, columns: ['note'] });
    expect(cells(table)[0]).toMatch(/^(realigned ){40,49}realigned… more in Calira$/);
    expect(table.querySelector('td a')?.getAttribute('href')).toBe(row.links.booking);
    expect(table.outerHTML.length).toBeLessThan(2_000);
  });

  test('a long note of a booking without a page is shortened all the same', () => {
    const row = aRow({
      details: someDetails({ note: 'x'.repeat(10_000) }),
      links: { booking: null, equipment: null },
    });
    expect(said(['note'], row)).toEqual({ 'Calira notes': `${'x'.repeat(499)}…` });
  });
});

describe('in another language', () => {
  const german = bookingTable([aRow()], { ...options, language: 'de' });

  test('headings, dates and the line of provenance are in it; Calira’s own words are not touched', () => {
    // How a zone is called differs from one browser to the next.
    expect(german.caption?.textContent).toMatch(
      /^Calira-Buchungen · abgerufen am 23\. Nov\. 2026, 14:05 GMT/,
    );
    expect(texts(german, 'th')).toEqual([
      'Buchungsnummer',
      'Gerät',
      'Gebucht von',
      'Beginn',
      'Dauer',
      'Status',
      'Notizen',
    ]);
    expect(cells(german)).toEqual([
      '4980109',
      'Confocal microscope SP8',
      'Ada Byron',
      expect.stringMatching(/^19\. Nov\. 2026, 10:00 GMT/),
      '3\u00a0h 15\u00a0min',
      'Completed',
      '',
    ]);
  });

  test('the table remembers which one it is, also after saving', () => {
    expect(sanitise(german.outerHTML)).toContain('data-calira-language="de"');
  });

  test.each(documentLanguages)('no two columns have the same heading: %s', (language) => {
    const table = bookingTable([aRow()], { ...options, columns: bookingColumns, language });
    const headings = texts(table, 'th');
    expect(new Set(headings).size).toBe(bookingColumns.length);
    expect(headings).not.toContain('');
  });
});

describe('a booking of which little is known', () => {
  test.each([
    ['no details: the times tell how long', { details: null, links: { booking: null, equipment: null } }],
    ['nobody who booked it', { details: someDetails({ requester: null }) }],
  ])('%s', (_what, over) => {
    const said = cells(tableOf(aRow(over)));
    expect(said[2]).toBe('');
    expect(said[4]).toBe('3\u00a0h 15\u00a0min');
  });

  test('no equipment, or none with a name', () => {
    const name = (equipment: BookingRow['equipment']) => cells(tableOf(aRow({ equipment })))[1];
    const nameless = { id: '92515', name: null, manufacturer: null, model: null, room: null, contact: null };
    expect([name(null), name(nameless)]).toEqual(['', '92515']);
  });

  test('no zone: the offset that Calira gave', () => {
    const row = aRow({ timeZone: null, start: '2026-11-19T10:00:00.000+05:30' });
    expect(cells(tableOf(row))[3]).toBe('19 Nov 2026, 10:00 GMT+5:30');
  });
});

describe('hostile values', () => {
  const markup = '<img src=x onerror=alert(1)>"\'&</td></table><script>alert(1)</script>';
  const hostile = aRow({
    id: '1',
    status: markup,
    equipment: { id: '2', name: markup, manufacturer: null, model: null, room: null, contact: null },
    details: someDetails({ requester: markup }),
  });

  test('are text', () => {
    const holder = document.createElement('div');
    holder.innerHTML = tableOf(hostile).outerHTML;
    expect(holder.querySelectorAll('img, script')).toHaveLength(0);
    expect(holder.children).toHaveLength(1);
    const said = texts(holder, 'tbody td');
    expect([said[1], said[2], said[5]]).toEqual([markup, markup, markup]);
  });

  test.each([
    ['turned around', 'Laser \u202egnp.exe\u202c', 'Laser gnp.exe'],
    ['of no width', 'Con\u200bfo\ufeffcal\u2060', 'Confocal'],
    ['hidden in tags', 'SP8\u{e0041}\u{e0042}', 'SP8'],
    ['of half a character', 'SP8 \ud83d', 'SP8 \ufffd'],
    ['of nothing that can be seen', '\u200b\u200e', '92515'],
    ['of 10 000 letters', 'x'.repeat(10_000), `${'x'.repeat(199)}…`],
    ['in Persian, with its joiners', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['with a family', 'Lab 👩\u200d🔬', 'Lab 👩\u200d🔬'],
  ])('a name %s', (_what, name, shown) => {
    const { equipment } = aRow();
    expect(cells(tableOf(aRow({ equipment: equipment && { ...equipment, name } })))[1]).toBe(shown);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://evil.example/',
    'chrome-extension://abc/popup.html',
    '//evil.example/',
    'accounts/1',
    'no address',
  ])('%s never becomes a link', (link) => {
    const table = tableOf(aRow({ links: { booking: link, equipment: link } }));
    expect(table.querySelectorAll('a')).toHaveLength(0);
    expect(cells(table).slice(0, 2)).toEqual(['4980109', 'Confocal microscope SP8']);
  });
});

describe('saving in RSpace', () => {
  test.each([
    ['usual values', aRow()],
    ['signs, umlauts and emoji', aRow({ status: '„Große“ <b>Maschine</b> & Søn’s "3" 🔬' })],
    ['little', aRow({ details: null, equipment: null, links: { booking: null, equipment: null } })],
  ])('loses nothing of a table with %s', (_what, row) => {
    const { outerHTML } = tableOf(row);
    const kept = compact(sanitise(outerHTML)).replaceAll('&quot;', '"').replaceAll(' />', '>');
    expect(kept).toBe(compact(outerHTML));
  });
});

describe('as plain text', () => {
  test('it is lines of cells between tabs, below the caption', () => {
    expect(tableText(tableOf(aRow())).split('\n')).toEqual([
      'Calira bookings · retrieved 23 Nov 2026, 14:05 GMT',
      'Booking ID\tEquipment\tBooked by\tStart\tDuration\tStatus\tNotes',
      '4980109\tConfocal microscope SP8\tAda Byron\t19 Nov 2026, 10:00 GMT\t3\u00a0h 15\u00a0min\tCompleted\t',
    ]);
  });

  test('a name with tabs and line breaks stays in its cell', () => {
    const text = tableText(tableOf(aRow({ status: 'in\tprogress\r\nsince noon' })));
    expect(text.split('\n')).toHaveLength(3);
    expect(text.split('\n')[2]?.split('\t')).toHaveLength(7);
    expect(text).toContain('in progress since noon');
  });
});

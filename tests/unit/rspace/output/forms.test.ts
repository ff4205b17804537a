// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { BookingRow } from '../../../../utils/bookings/booking.ts';
import type { EquipmentLine } from '../../../../utils/bookings/equipment-line.ts';
import { bookingOutput, equipmentOutput } from '../../../../utils/rspace/output/output.ts';
import type { TableOptions } from '../../../../utils/rspace/output/table.ts';
import { bookingColumns } from '../../../../utils/settings/columns.ts';
import { documentLanguages } from '../../../../utils/settings/document-language.ts';
import type { Form } from '../../../../utils/settings/form.ts';
import { aRow, someDetails } from '../../support/bookings.ts';

const options: TableOptions = {
  language: 'en-GB',
  retrievedAt: Date.parse('2026-11-23T14:05:00Z'),
  timeZone: 'Europe/London',
  marker: 'm',
  columns: bookingColumns,
};
const full = aRow({ details: someDetails({ cost: '12.50', note: 'Laser realigned' }) });
const maintenance = aRow({
  id: '7',
  start: '2026-03-02T08:00:00Z',
  links: { booking: 'https://app.clustermarket.com/accounts/1/my_bookings/7', equipment: null },
});
const piece = (over: Partial<EquipmentLine> = {}): EquipmentLine => ({
  id: '92515',
  name: 'Confocal microscope SP8',
  manufacturer: 'Leica Microsystems',
  model: 'TCS SP8',
  room: 'B 1.07',
  contact: 'Grace Hopper',
  link: 'https://app.clustermarket.com/accounts/1242/equipment/92515',
  lastCompleted: aRow(),
  lastMaintenance: maintenance,
  ...over,
});
const nothing = { manufacturer: null, model: null, room: null, contact: null };
const bookings = (form: Form, ...rows: BookingRow[]) => bookingOutput(rows, form, options);
const equipment = (form: Form, ...pieces: EquipmentLine[]) => equipmentOutput(pieces, form, options);

describe('as a list', () => {
  test('a booking says everything, and names what would not explain itself', () => {
    expect(bookings('list', full).text.split('\n')).toEqual([
      'Calira bookings · retrieved 23 Nov 2026, 14:05 GMT',
      `- ${[
        'Booking 4980109',
        'Confocal microscope SP8',
        'Leica Microsystems',
        'TCS SP8',
        'Room: B 1.07',
        'Imaging Core',
        'Ada Byron',
        'Requester lab: Byron Lab',
        '19 Nov 2026, 10:00 GMT',
        'End: 19 Nov 2026, 13:15 GMT',
        '3\u00a0h 15\u00a0min',
        'Booking type: internal',
        'Cost: 12.50',
        'Completed',
        'Calira notes: Laser realigned',
      ].join(' · ')}`,
    ]);
  });

  test('equipment says everything but its id, and names what would not explain itself', () => {
    expect(equipment('list', piece()).text.split('\n')).toEqual([
      'Calira equipment · retrieved 23 Nov 2026, 14:05 GMT',
      `- ${[
        'Confocal microscope SP8',
        'Leica Microsystems',
        'TCS SP8',
        'B 1.07',
        'Contact: Grace Hopper',
        'Last completed booking: 19 Nov 2026, 10:00 GMT',
        'Last maintenance booking: 2 Mar 2026, 08:00 GMT',
      ].join(' · ')}`,
    ]);
  });

  test('equipment without a name is called by its id, and nothing is said of what is not known', () => {
    const bare = piece({ ...nothing, name: null, lastCompleted: null, lastMaintenance: null });
    expect(equipment('list', bare).text.split('\n')[1]).toBe('- 92515');
  });

  test.each([
    ['bookings', bookings('list', full, aRow({ id: '2' })), 'caliraBooking', ['4980109', '2']],
    ['equipment', equipment('list', piece(), piece({ id: '5' })), 'caliraEquipment', ['92515', '5']],
  ])('the items of %s can be found again, one by one', (_what, { node }, name, ids) => {
    expect([...node.querySelectorAll('li')].map(({ dataset }) => dataset[name])).toEqual(ids);
  });
});

describe('as links', () => {
  test.each([
    ['its name', aRow(), 'Confocal microscope SP8, 19 Nov 2026, 10:00 GMT'],
    [
      'its equipment’s id',
      aRow({ equipment: { id: '5', name: null, ...nothing } }),
      '5, 19 Nov 2026, 10:00 GMT',
    ],
    ['its own id', aRow({ equipment: null }), '4980109, 19 Nov 2026, 10:00 GMT'],
  ])('a booking is called by %s', (_what, row, text) => {
    expect(bookings('links', row).text).toBe(text);
  });

  test.each([
    ['its name', piece(), 'Confocal microscope SP8'],
    ['its id', piece({ name: null }), '92515'],
  ])('equipment is called by %s', (_what, one, text) => {
    const { node } = equipment('links', one);
    const [link] = node.querySelectorAll('a');
    expect(link?.textContent).toBe(text);
    expect(link?.dataset.caliraEquipment).toBe('92515');
  });

  test('several stand in one line, with commas between', () => {
    expect(
      equipment('links', piece(), piece({ id: '5', name: 'Centrifuge' }), piece({ link: null })).text,
    ).toBe('Confocal microscope SP8, Centrifuge, Confocal microscope SP8');
  });
});

describe.each([
  ['table', false],
  ['list', false],
  ['links', true],
] as const)('as %s', (form, inline) => {
  test.each([
    ['bookings', bookings(form, full)],
    ['equipment', equipment(form, piece())],
  ])('%s tell what they are, what carries the marker, and when they were retrieved', (_what, output) => {
    expect(output).toMatchObject({ form, inline, html: output.node.outerHTML });
    expect({ ...output.node.dataset }).toMatchObject({
      caliraInsertion: 'm',
      caliraRetrieved: '2026-11-23T14:05:00.000Z',
    });
  });
});

describe('as a table, equipment', () => {
  const { node } = equipment('table', piece(), piece({ id: '5' }));

  test('keeps which row is which piece', () => {
    const rows = [...node.querySelectorAll<HTMLElement>('tbody tr')];
    expect(rows.map(({ dataset }) => dataset.caliraEquipment)).toEqual(['92515', '5']);
  });

  test('has columns that fill the width', () => {
    const shares = [...node.querySelectorAll('col')].map((col) =>
      Number(/^width: (\d+)%;$/.exec(col.getAttribute('style') ?? '')?.[1]),
    );
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
    expect(Math.min(...shares)).toBeGreaterThan(5);
  });
});

describe('a note that is too long', () => {
  const note = 'realigned '.repeat(100);
  const linksOf = (booking: string | null, language = options.language) => {
    const row = aRow({ details: someDetails({ note }), links: { booking, equipment: null } });
    const { node } = bookingOutput([row], 'table', { ...options, language, columns: ['note'] });
    return [...node.querySelectorAll('td a')].map((link) => link.textContent);
  };

  test.each(documentLanguages)('leads to its rest in the document’s language: %s', (language) => {
    expect(linksOf('https://app.clustermarket.com/', language)).toEqual([expect.stringMatching(/Calira$/)]);
  });

  test.each([
    ['http://localhost:8080/', 1],
    ['https://app.clustermarket.com/', 1],
    ['javascript:alert(1)', 0],
    ['xhttps://app.clustermarket.com/', 0],
    ['httpsx://app.clustermarket.com/', 0],
    [null, 0],
  ])('leads there by %s: %i link', (booking, count) => {
    expect(linksOf(booking)).toHaveLength(count);
  });
});

test.each([
  ['as long as allowed', 'x'.repeat(500), 'x'.repeat(500)],
  ['a letter longer', 'x'.repeat(501), `${'x'.repeat(499)}…`],
  ['on several lines', 'one\n two', 'one two'],
  ['with blanks around it', '  one  ', 'one'],
  ['that is missing', null, ''],
])('a note %s', (_what, note, shown) => {
  const row = aRow({ details: someDetails({ note }), links: { booking: null, equipment: null } });
  const { node } = bookingOutput([row], 'table', { ...options, columns: ['note'] });
  expect(node.querySelector('td')?.textContent).toBe(shown);
});

test('a cell without a text has no empty link', () => {
  const page = aRow().links;
  const { node } = bookingOutput([aRow({ id: '', equipment: null, links: page })], 'table', options);
  expect(node.querySelectorAll('td a')).toHaveLength(0);
});

test('a table copied as text has its caption first, and is as wide as its headings', () => {
  const [caption, heads, line] = bookings('table', full).text.split('\n');
  expect(caption).toBe('Calira bookings · retrieved 23 Nov 2026, 14:05 GMT');
  expect(line?.split('\t')).toHaveLength(heads?.split('\t').length ?? 0);
});

// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { BookingRow } from '../../../../utils/bookings/booking.ts';
import type { EquipmentLine } from '../../../../utils/bookings/equipment-line.ts';
import { bookingOutput, equipmentOutput } from '../../../../utils/rspace/output/output.ts';
import type { TableOptions } from '../../../../utils/rspace/output/table.ts';
import { usualColumns } from '../../../../utils/settings/columns.ts';
import { forms } from '../../../../utils/settings/form.ts';
import { sanitise } from '../../../sandbox/rspace/sanitiser.ts';
import { aRow, someDetails } from '../../support/bookings.ts';

const options: TableOptions = {
  language: 'en-GB',
  retrievedAt: Date.parse('2026-11-23T14:05:00Z'),
  timeZone: 'Europe/London',
  marker: '2c1f0a3e-7d55-4a0e-9a39-0e6f3c1f7b11',
  columns: usualColumns,
};
const unlinked = aRow({ id: '2', links: { booking: null, equipment: null } });
const markup = '<img src=x onerror=alert(1)>"\'&</li></span><script>alert(1)</script>';
const hostile = aRow({
  id: '3',
  status: markup,
  equipment: { id: '4', name: markup, manufacturer: markup, model: markup, room: markup, contact: markup },
  details: someDetails({ requester: markup, note: markup }),
  links: { booking: 'javascript:alert(1)', equipment: 'data:text/html,x' },
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
  lastMaintenance: null,
  ...over,
});
/** As the page would read it. */
const read = (html: string) => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder;
};

describe('a list', () => {
  const list = (...rows: BookingRow[]) => bookingOutput(rows, 'list', options);

  test('has an item for each booking, with what the columns say, below the line of provenance', () => {
    const holder = read(list(aRow(), unlinked).html);
    expect([...holder.children].map(({ tagName }) => tagName)).toEqual(['DIV']);
    expect(holder.querySelector('p')?.textContent).toBe('Calira bookings · retrieved 23 Nov 2026, 14:05 GMT');
    expect([...holder.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      'Booking 4980109 · Confocal microscope SP8 · Ada Byron · 19 Nov 2026, 10:00 GMT · 3\u00a0h 15\u00a0min · Completed',
      'Booking 2 · Confocal microscope SP8 · Ada Byron · 19 Nov 2026, 10:00 GMT · 3\u00a0h 15\u00a0min · Completed',
    ]);
    expect([...holder.querySelectorAll('a')].map(({ href }) => href)).toEqual([
      aRow().links.booking,
      aRow().links.equipment,
    ]);
    expect(holder.querySelector('div')?.dataset.caliraInsertion).toBe(options.marker);
  });

  test('names a fact as its language does: in French with a space before the colon', () => {
    const item = (language: TableOptions['language']) =>
      read(
        bookingOutput([aRow()], 'list', { ...options, language, columns: ['id', 'room'] }).html,
      ).querySelector('li')?.textContent;
    expect(item('de')).toBe('Buchung 4980109 · Raum: B 1.07');
    expect(item('fr')).toBe('Réservation 4980109 · Salle\u00a0: B 1.07');
  });

  test('names what would not explain itself, and leaves out what is not known', () => {
    const row = aRow({ details: someDetails({ note: 'Laser realigned', cost: null }) });
    const columns = ['cost', 'note', 'end', 'notes'] as const;
    const { text } = bookingOutput([row], 'list', { ...options, columns });
    expect(text.split('\n')[1]).toBe('- Calira notes: Laser realigned · End: 19 Nov 2026, 13:15 GMT');
  });
});

describe('links in the running text', () => {
  test('name equipment and time, and lead to the booking where there is a page of it', () => {
    const { html, text, inline } = bookingOutput([aRow(), unlinked], 'links', options);
    const holder = read(html);
    expect(text).toBe(
      'Confocal microscope SP8, 19 Nov 2026, 10:00 GMT, Confocal microscope SP8, 19 Nov 2026, 10:00 GMT',
    );
    const links = [...holder.querySelectorAll('a')];
    expect(links.map(({ href, dataset }) => [href, dataset.caliraBooking])).toEqual([
      [aRow().links.booking, '4980109'],
    ]);
    expect(inline).toBe(true);
    expect(holder.firstElementChild?.getAttribute('data-calira-insertion')).toBe(options.marker);
  });
});

describe('equipment', () => {
  test('is a table of what and where it is, whom to ask, and when it was last used and maintained', () => {
    const maintenance = aRow({
      id: '7',
      start: '2026-03-02T08:00:00Z',
      links: { booking: 'https://app.clustermarket.com/accounts/1/my_bookings/7', equipment: null },
    });
    const { html } = equipmentOutput([piece({ lastMaintenance: maintenance })], 'table', options);
    const table = read(html);
    const texts = (selector: string) =>
      [...table.querySelectorAll(selector)].map(({ textContent }) => textContent);
    expect(Object.fromEntries(texts('th').map((heading, index) => [heading, texts('td')[index]]))).toEqual({
      'Equipment ID': '92515',
      Name: 'Confocal microscope SP8',
      Manufacturer: 'Leica Microsystems',
      Model: 'TCS SP8',
      Room: 'B 1.07',
      Contact: 'Grace Hopper',
      'Last completed booking': '19 Nov 2026, 10:00 GMT',
      'Last maintenance booking': '2 Mar 2026, 08:00 GMT',
    });
    expect([...table.querySelectorAll('a')].map(({ href }) => href)).toEqual([
      piece().link,
      aRow().links.booking,
      maintenance.links.booking,
    ]);
    expect(texts('caption')).toEqual(['Calira equipment · retrieved 23 Nov 2026, 14:05 GMT']);
  });

  test('that was never used, and of which only the id is known, leaves its cells empty', () => {
    const bare = {
      name: null,
      manufacturer: null,
      model: null,
      room: null,
      contact: null,
      lastCompleted: null,
    };
    const table = read(equipmentOutput([piece(bare)], 'table', options).html);
    expect([...table.querySelectorAll('td')].map(({ textContent }) => textContent)).toEqual([
      '92515',
      '92515',
      ...Array(6).fill(''),
    ]);
  });

  test('is a list, or links to its calendars', () => {
    expect(equipmentOutput([piece()], 'list', options).text.split('\n')[1]).toBe(
      '- Confocal microscope SP8 · Leica Microsystems · TCS SP8 · B 1.07 · Contact: Grace Hopper · Last completed booking: 19 Nov 2026, 10:00 GMT',
    );
    const links = read(equipmentOutput([piece(), piece({ id: '5', link: null })], 'links', options).html);
    expect(links.textContent).toBe('Confocal microscope SP8, Confocal microscope SP8');
    expect([...links.querySelectorAll('a')].map(({ href }) => href)).toEqual([piece().link]);
  });
});

describe.each(forms)('as %s', (form) => {
  const bookings = bookingOutput([aRow(), hostile], form, options).html;
  const equipment = equipmentOutput(
    [piece(), piece({ id: '4', name: markup, contact: markup, link: 'javascript:alert(1)' })],
    form,
    options,
  ).html;

  test.each([
    ['bookings', bookings],
    ['equipment', equipment],
  ])('hostile %s are text', (_what, html) => {
    const holder = read(html);
    expect(holder.querySelectorAll('img, script')).toHaveLength(0);
    expect(holder.textContent).toContain(markup);
    expect([...holder.querySelectorAll('a')].every(({ href }) => href.startsWith('https://app.'))).toBe(true);
  });

  test.each([
    ['bookings', bookings],
    ['equipment', equipment],
  ])('%s survive saving in RSpace', (_what, html) => {
    const saved = read(sanitise(html));
    const written = read(html);
    const plain = (holder: HTMLElement) => holder.textContent?.replace(/\s+/g, '');
    expect(plain(saved)).toBe(plain(written));
    const attributes = (holder: HTMLElement) =>
      [...holder.querySelectorAll('*')].map((element) => [
        element.tagName,
        [...element.attributes].map(({ name, value }) => [name, value]),
      ]);
    expect(attributes(saved)).toEqual(attributes(written));
  });
});

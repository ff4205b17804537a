// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { equipmentLines } from '../../../../utils/bookings/equipment-line.ts';
import { isNamed, namesOfBookings } from '../../../../utils/rspace/output/named-bookings.ts';
import { bookingOutput, equipmentOutput } from '../../../../utils/rspace/output/output.ts';
import { usualColumns } from '../../../../utils/settings/columns.ts';
import { forms } from '../../../../utils/settings/form.ts';
import { sanitise } from '../../../sandbox/rspace/sanitiser.ts';
import { ownDialogTable } from '../../../sandbox/rspace/seeded-texts.ts';
import { aRow } from '../../support/bookings.ts';

const options = {
  language: 'en-GB',
  retrievedAt: Date.parse('2026-11-23T14:05:00Z'),
  timeZone: 'Europe/London',
  marker: 'm',
  columns: usualColumns,
} as const;
const web = 'https://app.clustermarket.com/';
const address = `${web}accounts/1242/my_bookings/4980109`;

/** @returns whether the booking 4980109 stands in a text as RSpace has saved it. */
function stands(html: string, row = aRow()): boolean {
  const field = document.createElement('div');
  field.innerHTML = sanitise(html);
  return isNamed(row, new Set(namesOfBookings(field)));
}

describe('a booking stands in a document that was saved', () => {
  test.each(forms)('where it was inserted as %s', (form) => {
    const { html } = bookingOutput([aRow()], form, options);
    expect(stands(html)).toBe(true);
    expect(stands(html.replaceAll(/ data-calira[\w-]*="[^"]*"/g, '')), 'its link alone').toBe(true);
    expect(stands(html, aRow({ id: '5', links: { booking: null, equipment: null } }))).toBe(false);
  });

  test('where it has no page in Calira, and so no link', () => {
    const row = aRow({ links: { booking: null, equipment: null } });
    expect(stands(bookingOutput([row], 'table', options).html, row)).toBe(true);
  });

  test('where RSpace’s own dialog has inserted it', () => {
    const booking = `${web}accounts/11/my_bookings/90001`;
    const row = aRow({ id: '90001', links: { booking, equipment: null } });
    const table = ownDialogTable(web, [{ id: 90001, equipmentId: 501, name: 'Lightsheet 7' }]);
    expect(stands(table, row)).toBe(true);
    expect(stands(table)).toBe(false);
  });

  test.each([
    ['its page', address, true],
    ['its page, with more behind it', `${address}/?from=mail#top`, true],
    ['its page, with a slash behind it', `${address}/`, true],
    ['its page, with a query', `${address}?from=mail`, true],
    ['a place on its page', `${address}#notes`, true],
    ['a page below it', `${address}/edit`, false],
    ['a look-alike host', 'https://app.clustermarket.com.example/accounts/1242/my_bookings/4980109', false],
    ['a host with Calira’s as its path', `https://example.org/${address.slice(8)}`, false],
    [
      'a user name like Calira’s host',
      `https://app.clustermarket.com@example.org${address.slice(29)}`,
      false,
    ],
    ['another scheme', address.replace('https', 'http'), false],
    ['another lab’s page', `${web}accounts/1243/my_bookings/4980109`, false],
    ['a booking whose id begins alike', `${address}7`, false],
  ])('by a link to %s: %#', (_what, href, expected) => {
    expect(stands(`<p>See <a href="${href}">the booking</a>.</p>`)).toBe(expected);
  });
});

test.each(forms)(
  'equipment that is inserted as %s does not tell of the bookings that it links to',
  (form) => {
    const pieces = equipmentLines([aRow()], [aRow()], options.retrievedAt);
    expect(pieces[0]?.lastCompleted?.id).toBe('4980109');
    expect(stands(equipmentOutput(pieces, form, options).html)).toBe(false);
  },
);

import { describe, expect, test } from 'vitest';
import { bookingCell } from '../../../../utils/rspace/output/booking-cell.ts';
import { bookingColumns } from '../../../../utils/settings/columns.ts';
import { aRow, someDetails } from '../../support/bookings.ts';

const nothing = { manufacturer: null, model: null, room: null, contact: null };
const links = { booking: null, equipment: null };
/** What the columns say that say anything. */
const said = (row: ReturnType<typeof aRow>) =>
  Object.fromEntries(
    bookingColumns
      .map((column) => [column, bookingCell(row, column, 'en-GB').text])
      .filter(([, text]) => text),
  );
const times = {
  start: '19 Nov 2026, 10:00 GMT',
  end: '19 Nov 2026, 13:15 GMT',
  duration: '3\u00a0h 15\u00a0min',
};

describe('of a booking of which little is known', () => {
  test('nothing is made up', () => {
    const row = aRow({ equipment: null, lab: null, details: null, links });
    expect(said(row)).toEqual({ id: '4980109', status: 'Completed', ...times });
  });

  test('nothing is made up either once its details have come and name nothing', () => {
    const empty = { cost: null, type: null, requester: null, equipment: null };
    const details = someDetails({ ...empty, duration: null, requesterLab: null, providerLab: null });
    const row = aRow({
      equipment: { id: '5', name: null, ...nothing },
      lab: { id: '1', name: null },
      details,
    });
    expect(said(row)).toEqual({ id: '4980109', equipment: '5', status: 'Completed', ...times });
  });
});

test('each fact stands in its column', () => {
  expect(said(aRow({ details: someDetails({ note: 'Laser realigned', duration: 60 }) }))).toEqual({
    ...times,
    id: '4980109',
    equipment: 'Confocal microscope SP8',
    manufacturer: 'Leica Microsystems',
    model: 'TCS SP8',
    room: 'B 1.07',
    lab: 'Imaging Core',
    bookedBy: 'Ada Byron',
    requesterLab: 'Byron Lab',
    duration: '1\u00a0h',
    type: 'internal',
    cost: '0.0',
    status: 'Completed',
    note: 'Laser realigned',
  });
});

test('booking and equipment lead to their pages, and nothing else does', () => {
  const linked = bookingColumns.filter((column) => bookingCell(aRow(), column, 'en-GB').link);
  expect(linked).toEqual(['id', 'equipment']);
  expect(bookingCell(aRow(), 'id', 'en-GB').link).toBe(aRow().links.booking);
  expect(bookingCell(aRow(), 'equipment', 'en-GB').link).toBe(aRow().links.equipment);
});

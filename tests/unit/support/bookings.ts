import type {
  BookingDetails,
  BookingRow,
  BookingSummary,
  Equipment,
  Lab,
} from '../../../utils/bookings/booking.ts';
import type { Criteria } from '../../../utils/bookings/find.ts';

/** Bookings and what belongs to them, ordinary in every respect that a test does not name. */

export const aSummary = (over: Partial<BookingSummary> = {}): BookingSummary => ({
  id: '4980109',
  start: '2026-11-19T10:00:00.000+00:00',
  end: '2026-11-19T13:15:00.000+00:00',
  status: 'Completed',
  equipmentId: '92515',
  ...over,
});

export const someDetails = (over: Partial<BookingDetails> = {}): BookingDetails => ({
  duration: 195,
  cost: '0.0',
  type: 'internal',
  note: null,
  requester: 'Ada Byron',
  equipment: { id: '92515', name: 'Confocal microscope SP8' },
  requesterLab: { id: '1242', name: 'Byron Lab' },
  providerLab: { id: '1207', name: 'Imaging Core' },
  ...over,
});

export const aPiece = (over: Partial<Equipment> = {}): Equipment => ({
  id: '92515',
  name: 'Confocal microscope SP8',
  manufacturer: 'Leica Microsystems',
  model: 'TCS SP8',
  room: 'B 1.07',
  contact: 'Grace Hopper',
  labId: '1207',
  ...over,
});

export const aLab = (over: Partial<Lab> = {}): Lab => ({
  id: '1207',
  name: 'Imaging Core',
  timeZone: 'Europe/London',
  ...over,
});

export const aRow = (over: Partial<BookingRow> = {}): BookingRow => ({
  id: '4980109',
  start: '2026-11-19T10:00:00.000+00:00',
  end: '2026-11-19T13:15:00.000+00:00',
  status: 'Completed',
  equipment: {
    id: '92515',
    name: 'Confocal microscope SP8',
    manufacturer: 'Leica Microsystems',
    model: 'TCS SP8',
    room: 'B 1.07',
    contact: 'Grace Hopper',
  },
  lab: { id: '1207', name: 'Imaging Core' },
  timeZone: 'Europe/London',
  details: someDetails(),
  links: {
    booking: 'https://app.clustermarket.com/accounts/1242/my_bookings/4980109',
    equipment: 'https://app.clustermarket.com/accounts/1242/equipment/92515',
  },
  ...over,
});

/** What somebody asks for who has asked for nothing in particular. */
export const criteria = (over: Partial<Criteria> = {}): Criteria => ({
  view: 'bookedAndCompleted',
  search: '',
  maintenanceOnly: false,
  lab: null,
  equipment: null,
  bookedBy: null,
  days: { from: null, to: null },
  ...over,
});

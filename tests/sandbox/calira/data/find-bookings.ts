import type { Booking, CaliraData } from './records.ts';
import { SPECIMENS, type SpecimenName } from './specimens.ts';

/** A booking as a test asks for it and recognises it on screen. Times are milliseconds since 1970. */
export interface FoundBooking {
  id: number;
  start: number;
  end: number;
  status: string;
  type: string;
  note: string | null;
  /** Names. */
  equipment: string;
  lab: string;
  requester: string | null;
  requesterLab: string | null;
}

/** Properties that the bookings wanted have in common; of a list, any. */
export type Wanted = {
  [Property in keyof Omit<FoundBooking, 'start' | 'end'>]?:
    | FoundBooking[Property]
    | readonly FoundBooking[Property][];
};

const found = (data: CaliraData, booking: Booking): FoundBooking => {
  const labName = (id: number | null) => (id === null ? undefined : data.accounts.get(id)?.name) ?? null;
  const { id, start, end, status, type, note } = booking;
  return {
    ...{ id, start, end, status, type, note },
    equipment: data.equipment.get(booking.equipmentId)?.name ?? '',
    lab: labName(booking.providerLabId) ?? '',
    requester: booking.requester?.name ?? null,
    requesterLab: labName(booking.requesterLabId),
  };
};

/** @returns the bookings that have all of these properties, newest first; of the same start, the higher id first. */
export const findBookings = (data: CaliraData, wanted: Wanted = {}): FoundBooking[] => {
  const properties = Object.entries(wanted) as [keyof Wanted, unknown][];
  return [...data.bookings.values()]
    .map((booking) => found(data, booking))
    .filter((booking) => properties.every(([name, value]) => [value].flat().includes(booking[name])))
    .sort((a, b) => b.start - a.start || b.id - a.id);
};

/** @returns the booking of that name as it is now. Throws a RangeError where the data is too small to hold it. */
export const findSpecimen = (data: CaliraData, name: SpecimenName): FoundBooking => {
  const booking = data.specimens.get(name);
  if (!booking || !data.bookings.has(booking.id))
    throw new RangeError(`This Calira has no booking “${name}” (${SPECIMENS[name].lab}).`);
  return found(data, booking);
};

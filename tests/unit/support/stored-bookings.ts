import type { Booking } from '../../sandbox/calira/data/records.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/**
 * Bookings by what the sandbox has stored, whatever its API and the extension make of that.
 * @returns their ids, in order.
 */
export function storedBookings({ control }: Sandbox) {
  const idsOf = (belongs: (booking: Booking) => boolean) =>
    [...control.calira.data.bookings.values()]
      .filter(belongs)
      .map(({ id }) => String(id))
      .sort();
  const isOn = (labs: readonly number[], { providerLabId }: Booking) => labs.includes(providerLabId);
  const isFor = (labs: readonly number[], { requesterLabId }: Booking) =>
    requesterLabId !== null && labs.includes(requesterLabId);
  return {
    /** Those that Calira returns where these labs are granted. */
    grantedWith: (labs: readonly number[]) => idsOf((one) => isOn(labs, one) || isFor(labs, one)),
    /** Those on these labs' own equipment. */
    onEquipmentOf: (labs: readonly number[]) => idsOf((one) => isOn(labs, one)),
    /** Those that Calira lets be known to be these labs': by the equipment, or by the details. */
    knownToBeOf: (labs: readonly number[]) =>
      idsOf((one) => isOn(labs, one) || (isFor(labs, one) && !one.blank.includes('requester_lab'))),
  };
}

/** @returns the ids of rows, in order. */
export const idsIn = (rows: ReadonlyMap<string, unknown>): string[] => [...rows.keys()].sort();

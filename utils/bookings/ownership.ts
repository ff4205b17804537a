import type { BookingRow } from './booking.ts';

/** @returns whether a booking is known to be of one of these labs: as the provider's, or as the requester's. */
export function isOfLab({ lab, details }: BookingRow, labIds: ReadonlySet<string>): boolean {
  const ids = [lab?.id, details?.providerLab?.id, details?.requesterLab?.id];
  return ids.some((id) => id !== undefined && labIds.has(id));
}

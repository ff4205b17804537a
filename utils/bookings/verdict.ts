import type { BookingDetails, BookingSummary, Equipment } from './booking.ts';

/** Whether a booking may appear in RSpace. Until it is known whose it is, it does not. */
export type Verdict = 'mayAppear' | 'mayNot' | 'open';

export interface VerdictSources {
  /** The ids of the bookings that Calira returned while every lab that it granted was authorised: all of them may. */
  confirmed: ReadonlySet<string>;
  /** The ids of the labs that are authorised. */
  authorised: ReadonlySet<string>;
  /** The equipment of the authorised labs. */
  equipment: ReadonlyMap<string, Equipment>;
  details: ReadonlyMap<string, BookingDetails>;
}

/**
 * Judges a booking. The list of bookings names no lab: it is attributed through the equipment of the authorised labs
 * and, where that does not know it, through its own details, by its provider's lab or its requester's.
 */
export function verdictOn({ id, equipmentId }: BookingSummary, sources: VerdictSources): Verdict {
  const { confirmed, authorised, equipment, details } = sources;
  if (confirmed.has(id)) return 'mayAppear';
  const listed = equipmentId === null ? undefined : equipment.get(equipmentId);
  if (listed && authorised.has(listed.labId)) return 'mayAppear';
  const known = details.get(id);
  if (!known) return 'open';
  const labs = [known.providerLab, known.requesterLab];
  return labs.some((lab) => lab !== null && authorised.has(lab.id)) ? 'mayAppear' : 'mayNot';
}

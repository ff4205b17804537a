import type { BookingDetails, BookingRow, BookingSummary, Equipment, Lab } from './booking.ts';

/** Everything that may be known about a booking besides its summary. */
export interface JoinSources {
  equipment: ReadonlyMap<string, Equipment>;
  details: ReadonlyMap<string, BookingDetails>;
  labs: ReadonlyMap<string, Lab>;
}

/** How addresses in Calira are made. */
export interface LinkMaker {
  booking(requesterLabId: string, bookingId: string): string;
  equipment(labId: string, equipmentId: string): string;
}

/**
 * Joins what is known about one booking. The list of bookings names no lab: it is found through the equipment
 * or, where that is another lab's, through the booking's own details.
 */
export function joinRow(summary: BookingSummary, sources: JoinSources, links: LinkMaker): BookingRow {
  const details = sources.details.get(summary.id) ?? null;
  const equipmentId = summary.equipmentId ?? details?.equipment?.id ?? null;
  const listed = equipmentId === null ? undefined : sources.equipment.get(equipmentId);
  const labId = listed?.labId ?? details?.providerLab?.id ?? null;
  const lab = labId === null ? undefined : sources.labs.get(labId);
  const requesterLabId = details?.requesterLab?.id ?? null;
  // Until the details have told whether there is a requester's lab, there is no link that could be wrong later.
  const equipmentHome = requesterLabId ?? (details ? labId : null);
  return {
    id: summary.id,
    start: summary.start,
    end: summary.end,
    status: summary.status,
    equipment:
      equipmentId === null
        ? null
        : {
            id: equipmentId,
            name: listed?.name ?? details?.equipment?.name ?? null,
            manufacturer: listed?.manufacturer ?? null,
            model: listed?.model ?? null,
            room: listed?.room ?? null,
            contact: listed?.contact ?? null,
          },
    lab: labId === null ? null : { id: labId, name: lab?.name ?? details?.providerLab?.name ?? null },
    timeZone: lab?.timeZone ?? null,
    details,
    links: {
      booking: requesterLabId === null ? null : links.booking(requesterLabId, summary.id),
      equipment:
        equipmentHome === null || equipmentId === null ? null : links.equipment(equipmentHome, equipmentId),
    },
  };
}

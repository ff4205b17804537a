/**
 * What the extension knows about bookings, as plain data. Ids are strings (Calira's are integers, some beyond
 * what a `number` holds); times are ISO 8601 with the UTC offset of the lab; durations are in minutes.
 */

export interface Named {
  id: string;
  name: string;
}

/** A booking as Calira's list tells it. It names no lab. */
export interface BookingSummary {
  id: string;
  start: string;
  end: string;
  /** Calira's own word, in whatever letter case it came; never derived. */
  status: string;
  equipmentId: string | null;
}

/** What only `GET /bookings/:id` tells. */
export interface BookingDetails {
  duration: number | null;
  cost: string | null;
  type: string | null;
  note: string | null;
  requester: string | null;
  equipment: Named | null;
  requesterLab: Named | null;
  providerLab: Named | null;
}

export interface Equipment {
  id: string;
  name: string;
  manufacturer: string | null;
  model: string | null;
  room: string | null;
  /** Whom Calira names to be asked about it. */
  contact: string | null;
  labId: string;
}

export interface Lab {
  id: string;
  name: string;
  /** IANA name such as `Europe/London`; null until the lab's own details have been read. */
  timeZone: string | null;
}

/** A booking as the panel shows it and the document receives it: summary, equipment, lab and details joined. */
export interface BookingRow {
  id: string;
  start: string;
  end: string;
  status: string;
  equipment: {
    id: string;
    name: string | null;
    manufacturer: string | null;
    model: string | null;
    room: string | null;
    contact: string | null;
  } | null;
  /** The lab that provides the equipment, as far as it is known. */
  lab: { id: string; name: string | null } | null;
  timeZone: string | null;
  details: BookingDetails | null;
  /** The details are old: they are shown, and read again before anybody relies on them. */
  detailsDue?: true;
  /** Addresses in Calira; null where the id that they need is not known (yet). */
  links: { booking: string | null; equipment: string | null };
}

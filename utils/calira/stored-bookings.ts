/**
 * What is kept of bookings from one opening of the panel to the next, and the schemas by which it is judged when it is read:
 * an older version or a damaged profile may have left anything. A record that is not as it should be is as good as none.
 */
import * as v from 'valibot';
import type { BookingDetails, BookingSummary, Equipment } from '../bookings/booking.ts';

const text = v.nullable(v.string());
const named = v.nullable(v.object({ id: v.string(), name: v.string() }));

const summary = v.object({
  id: v.string(),
  start: v.string(),
  end: v.string(),
  status: v.string(),
  equipmentId: text,
}) satisfies v.GenericSchema<BookingSummary>;

const equipment = v.object({
  id: v.string(),
  name: v.string(),
  manufacturer: text,
  model: text,
  room: text,
  contact: text,
  labId: v.string(),
}) satisfies v.GenericSchema<Equipment>;

const details = v.object({
  duration: v.nullable(v.number()),
  cost: text,
  type: text,
  note: text,
  requester: text,
  equipment: named,
  requesterLab: named,
  providerLab: named,
}) satisfies v.GenericSchema<BookingDetails>;

/** @returns those of the records that are as they should be. */
function sound<S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((records): v.InferOutput<S>[] => records.filter((record) => v.is(schema, record))),
  );
}

/** The list as it was read under a choice of labs, with the equipment of these labs. */
export const storedList = v.object({
  choice: v.string(),
  retrievedAt: v.number(),
  summaries: sound(summary),
  equipment: sound(equipment),
});
export type StoredList = v.InferOutput<typeof storedList>;

/** Bookings that may not appear under a choice of labs: of these nothing is kept but the id. */
export const storedRefused = v.object({ choice: v.string(), ids: v.array(v.string()) });
export type StoredRefused = v.InferOutput<typeof storedRefused>;

/** A booking's details, and when Calira told them (milliseconds since the epoch). */
export const storedDetails = v.object({ readAt: v.number(), details });
export type StoredDetails = v.InferOutput<typeof storedDetails>;

/**
 * What Calira answers, checked before it is believed and brought to the extension's own words.
 * Any nested object or string may be null or absent; ids are integers or strings (Calira's API documentation, 0.1.5).
 */
import * as v from 'valibot';
import type { BookingDetails, BookingSummary, Equipment, Named } from '../bookings/booking.ts';
import { withoutUnseen } from '../visible-text.ts';

/**
 * Digits and the like only: an id becomes part of addresses and of attributes, and it names what is kept of it, so that
 * none may be the name of something that every object has (`constructor`).
 */
const id = v.pipe(
  v.union([v.pipe(v.number(), v.safeInteger()), v.string()]),
  v.transform(String),
  v.regex(/^[\w-]{1,64}$/),
  v.check((value) => !(value in Object.prototype)),
);

/** Nobody writes, and nobody reads, more than this (characters); whatever is longer is cut. */
const longestText = 10_000;

const text = v.pipe(
  v.nullish(v.string(), null),
  // What is shown is what is inserted: without what nobody sees.
  v.transform((value) => withoutUnseen((value ?? '').slice(0, longestText).toWellFormed()).trim() || null),
);

/** Chromium takes 30 February for 2 March. */
const isInCalendar = (day: string) => new Date(`${day}T00:00Z`).getUTCDate() === Number(day.slice(-2));

/**
 * ISO 8601 with an offset: without one nobody could tell which hour is meant. In years that have other than four digits
 * somewhere in the world (9999, or 0001 for want of a date) nothing can be booked, and `Intl` writes them differently.
 */
const time = v.pipe(
  v.string(),
  v.regex(/^(?:19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/),
  v.check((value) => !Number.isNaN(Date.parse(value)) && isInCalendar(value.slice(0, 10))),
);

/** One that cannot be read is as good as none: it must not cost the record that it stands in. */
const named = v.pipe(
  v.fallback(v.nullish(v.object({ id, name: text }), null), null),
  v.transform((value): Named | null => (value ? { id: value.id, name: value.name ?? value.id } : null)),
);

const noteMessage = v.pipe(
  v.fallback(v.nullish(v.object({ message: text }), null), null),
  v.transform((value) => value?.message ?? null),
);

const amount = v.pipe(
  v.fallback(v.nullish(v.union([v.string(), v.number()]), null), null),
  v.transform((value) => (value === null ? null : String(value).slice(0, longestText))),
);

export const bookingSummary = v.pipe(
  v.object({ id, start_time: time, end_time: time, status: text, equipment_id: v.nullish(id) }),
  v.transform(
    (answer): BookingSummary => ({
      id: answer.id,
      start: answer.start_time,
      end: answer.end_time,
      status: answer.status ?? '',
      equipmentId: answer.equipment_id ?? null,
    }),
  ),
);

export const bookingDetails = v.pipe(
  v.object({
    id,
    /** Without a sensible one, the length follows from the times. */
    duration: v.fallback(v.nullish(v.pipe(v.number(), v.minValue(0))), null),
    cost: amount,
    booking_type: text,
    last_public_note: noteMessage,
    requester: v.fallback(v.nullish(v.object({ name: text })), null),
    equipment: named,
    requester_lab: named,
    provider_lab: named,
  }),
  v.transform(
    (answer): BookingDetails => ({
      duration: answer.duration ?? null,
      cost: answer.cost,
      type: answer.booking_type,
      note: answer.last_public_note,
      requester: answer.requester?.name ?? null,
      equipment: answer.equipment,
      requesterLab: answer.requester_lab,
      providerLab: answer.provider_lab,
    }),
  ),
);

/** A piece of a lab's equipment; the list's answers do not repeat the lab. Older answers say `model_number`. */
export const equipmentOf = (labId: string) =>
  v.pipe(
    v.object({
      id,
      name: text,
      manufacturer: text,
      model: text,
      model_number: text,
      room: text,
      contact_person: named,
    }),
    v.transform(
      (answer): Equipment => ({
        id: answer.id,
        name: answer.name ?? answer.id,
        manufacturer: answer.manufacturer,
        model: answer.model ?? answer.model_number,
        room: answer.room,
        contact: answer.contact_person?.name ?? null,
        labId,
      }),
    ),
  );

export const accountSummary = v.object({
  id,
  name: text,
  account_type: v.fallback(v.picklist(['lab', 'department', 'organisation']), 'lab'),
});
export type AccountSummary = v.InferOutput<typeof accountSummary>;

const children = v.pipe(
  v.nullish(v.array(named), []),
  v.transform((list) => (list ?? []).filter((child) => child !== null)),
);

export const accountDetails = v.object({
  ...accountSummary.entries,
  timezone: text,
  department: named,
  organisation: named,
  labs: children,
  departments: children,
});
export type AccountDetails = v.InferOutput<typeof accountDetails>;

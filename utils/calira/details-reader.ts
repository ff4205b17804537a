import type { BookingCache } from './booking-cache.ts';
import type { CaliraClient } from './client.ts';
import type { Ticket, Urgency } from './request-queue.ts';
import { createTicket } from './request-queue.ts';
import { createSharedWork } from './shared-work.ts';

/**
 * Reads the details of a booking into the cache, unless they are there and not too old.
 * @throws {CodedError} why they could not be read; the signal's reason as soon as it is aborted.
 */
export type ReadDetails = (id: string, urgency: Urgency, signal: AbortSignal) => Promise<void>;

/** Whoever wants the details of a booking that somebody else has asked for already shares that request. */
export function createDetailsReader(client: CaliraClient, cache: BookingCache): ReadDetails {
  const shared = createSharedWork<void>();
  const tickets = new Map<string, Ticket>();

  return async (id, urgency, signal) => {
    if (cache.hasDetails(id)) return;
    tickets.get(id)?.raise(urgency);
    const read = async (wanted: AbortSignal) => {
      const ticket = createTicket(urgency);
      tickets.set(id, ticket);
      try {
        const details = await client.booking(id, wanted, ticket);
        // What was forgotten in the meantime must not come back.
        wanted.throwIfAborted();
        cache.takeDetails(id, details);
      } finally {
        if (tickets.get(id) === ticket) tickets.delete(id);
      }
    };
    await shared(id, read, signal);
  };
}

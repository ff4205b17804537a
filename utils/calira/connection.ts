import * as v from 'valibot';
import type { Failure } from '../messages/failure.ts';
import { errorCodes } from '../messages/failure.ts';

/** A failure as it is stored. */
export const failure = v.object({
  code: v.picklist(errorCodes),
  retryAfter: v.exactOptional(v.number()),
  detail: v.exactOptional(v.string()),
});

/** Where a sign-in started from, and where it returns to when it fails. */
const origin = v.picklist(['disconnected', 'connected', 'expired']);

/**
 * The state of the connection to Calira: stored, and the same for panel, popup, options and badge.
 * `since` is in milliseconds since the epoch; `failure` tells how the latest attempt to connect ended.
 */
export const connectionSchema = v.variant('state', [
  v.object({ state: v.literal('notConfigured') }),
  v.object({ state: v.literal('disconnected'), failure: v.exactOptional(failure) }),
  v.object({
    state: v.literal('connecting'),
    since: v.number(),
    from: origin,
    /** `since` of the state that it started from. */
    fromSince: v.exactOptional(v.number()),
    /** Calira has answered with tokens: those that are stored, if any, are the new authorisation's. */
    redeemed: v.exactOptional(v.literal(true)),
  }),
  v.object({
    state: v.literal('connected'),
    /** When the person authorised. Another moment is another authorisation, perhaps of another account. */
    since: v.number(),
    failure: v.exactOptional(failure),
  }),
  v.object({ state: v.literal('expired'), since: v.number(), failure: v.exactOptional(failure) }),
]);

export type Connection = v.InferOutput<typeof connectionSchema>;
export type ConnectionState = Connection['state'];

/** A sign-in begins, or is joined. `now` in milliseconds since the epoch. */
export function signInBegun(before: Connection, now: number): Connection {
  switch (before.state) {
    case 'connected':
    case 'expired':
      return { state: 'connecting', since: now, from: before.state, fromSince: before.since };
    case 'connecting':
      return before;
    default:
      return { state: 'connecting', since: now, from: 'disconnected' };
  }
}

/** Calira has answered the sign-in with tokens, which are about to be stored. */
export function signInRedeemed(before: Connection): Connection {
  return before.state === 'connecting' ? { ...before, redeemed: true } : before;
}

/** A sign-in ends without an authorisation: back to where it began. A window closed on purpose needs no telling. */
export function signInFailed(before: Connection, failure: Failure): Connection {
  if (before.state !== 'connecting') return before;
  const told = failure.code === 'cancelled' ? {} : { failure };
  if (before.from === 'disconnected') return { state: 'disconnected', ...told };
  return { state: before.from, since: before.fromSince ?? before.since, ...told };
}

/** The person has read how the latest attempt ended. Where they are connected, nothing else depends on it. */
export function failureSeen(before: Connection): Connection {
  if (before.state !== 'connected' || !before.failure) return before;
  return { state: 'connected', since: before.since };
}

/** @returns whether there is an authorisation, be it one that has expired. */
export function isSignedIn(connection: Connection): boolean {
  if (connection.state === 'connecting') return connection.from !== 'disconnected';
  return connection.state === 'connected' || connection.state === 'expired';
}

/**
 * @returns which authorisation is in force, by the moment of its beginning; null where there is none. It stays in force
 * while the person is asked to extend it to more labs.
 */
export function authorisedSince(connection: Connection): number | null {
  if (connection.state === 'connected') return connection.since;
  if (connection.state === 'connecting' && connection.from === 'connected')
    return connection.fromSince ?? null;
  return null;
}

/** Calira wants the person again. A sign-in under way goes on; should it fail, it returns to `expired`. */
export function authorisationEnded(before: Connection, now: number): Connection {
  if (before.state === 'connected') return { state: 'expired', since: now };
  if (before.state === 'connecting' && before.from === 'connected')
    return { ...before, from: 'expired', fromSince: now };
  return before;
}

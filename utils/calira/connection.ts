/** What becomes of the state of the connection. Its schema is apart: the panel, which checks none, need not bring it. */
import type { Failure } from '../messages/failure.ts';
import type { Connection } from './connection-schema.ts';

export type { Connection };
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

import { CodedError } from '../messages/failure.ts';
import type { Connection } from './connection.ts';
import { authorisedSince } from './connection.ts';

/**
 * To be called before anything is told that an authorisation has brought: a panel asks as soon as it opens, before it
 * has been told how things stand.
 *
 * @throws {CodedError} `expired`, `disconnected` or `notConfigured`, where none is in force.
 */
export function expectAuthorised(connection: Connection): void {
  if (authorisedSince(connection) !== null) return;
  const state = connection.state === 'connecting' ? connection.from : connection.state;
  throw new CodedError(state === 'expired' || state === 'notConfigured' ? state : 'disconnected');
}

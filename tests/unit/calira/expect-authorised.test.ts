import { expect, test } from 'vitest';
import type { Connection } from '../../../utils/calira/connection.ts';
import { expectAuthorised } from '../../../utils/calira/expect-authorised.ts';
import { settle } from '../../../utils/messages/result.ts';

const told = (connection: Connection) => settle(async () => expectAuthorised(connection));

test.each<Connection>([
  { state: 'connected', since: 1 },
  { state: 'connected', since: 1, failure: { code: 'offline' } },
  { state: 'connecting', since: 2, from: 'connected', fromSince: 1 },
])('%o: there is an authorisation', async (connection) => {
  expect(await told(connection)).toMatchObject({ ok: true });
});

test.each<[Connection, string]>([
  [{ state: 'notConfigured' }, 'notConfigured'],
  [{ state: 'disconnected' }, 'disconnected'],
  [{ state: 'connecting', since: 1, from: 'disconnected' }, 'disconnected'],
  // Who asks for an update then reads of an authorisation that has ended, and not that there was none.
  [{ state: 'expired', since: 1 }, 'expired'],
  [{ state: 'connecting', since: 2, from: 'expired', fromSince: 1 }, 'expired'],
])('%o: %s', async (connection, code) => {
  expect(await told(connection)).toEqual({ ok: false, error: { code } });
});

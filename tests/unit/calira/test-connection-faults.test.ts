/** What *Test connection* finds at addresses where something else than Calira answers, or nothing, over HTTP. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testConnection } from '../../../utils/calira/test-connection.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { FaultKind } from '../../sandbox/traffic/fault.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

async function found(client: { clientId: string; clientSecret: string | null }) {
  const { caliraWebUrl: webUrl, caliraApiUrl: apiUrl } = sandbox;
  const redirectUrl = 'https://extension.example/';
  return testConnection({ ...client, webUrl, apiUrl, redirectUrl }, async () => true);
}

const good = { web: { kind: 'clientKnown' }, api: { kind: 'reached' } };
const cases: [string, FaultKind, object][] = [
  ['a login page', 'html', { kind: 'notCalira' }],
  ['a redirect to a login page', 'redirect', { kind: 'notCalira' }],
  ['another page', { type: 'status', status: 404, body: 'Not found' }, { kind: 'notCalira' }],
  ['trouble', { type: 'status', status: 503 }, { kind: 'troubled', status: 503 }],
  ['too many requests', { type: 'status', status: 429 }, { kind: 'troubled', status: 429 }],
  ['a connection that breaks', 'reset', { kind: 'unreachable' }],
];
const known = () => ({ clientId: sandbox.clients.public.id, clientSecret: null });

test.each([...cases, ['nothing in an answer', 'emptyBody', { kind: 'notCalira' }] as const])(
  'at the web address: %s',
  async (_what, kind, web) => {
    sandbox.control.addFault({ match: { path: '/oauth/token' }, kind, times: 'always' });
    expect(await found(known())).toEqual({ ...good, web });
  },
);

test.each(cases)('at the API address: %s', async (_what, kind, api) => {
  sandbox.control.addFault({ match: { path: '/v1/accounts' }, kind, times: 'always' });
  expect(await found(known())).toEqual({ ...good, api });
});

test.each([
  ['none', '', null, { kind: 'noClient' }],
  ['not one of Calira’s', 'somebody-else', null, { kind: 'clientRefused', withSecret: false }],
])('the client: %s', async (_what, clientId, clientSecret, web) => {
  expect(await found({ clientId, clientSecret })).toEqual({ ...good, web });
});

test('a confidential client: without its secret, with a wrong one, and with the right one', async () => {
  const { id: clientId, secret } = sandbox.clients.confidential;
  const reports = [null, 'wrong', secret].map((clientSecret) => found({ clientId, clientSecret }));
  expect((await Promise.all(reports)).map(({ web }) => web)).toEqual([
    { kind: 'clientRefused', withSecret: false },
    { kind: 'clientRefused', withSecret: true },
    { kind: 'clientKnown' },
  ]);
});

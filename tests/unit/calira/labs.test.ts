import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaliraClient } from '../../../utils/calira/client.ts';
import { readLabs, readTimeZone } from '../../../utils/calira/labs.ts';
import type { AccountDetails, AccountSummary } from '../../../utils/calira/schemas.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { authorisedClient, CYTOMETRY, IMAGING, RIVERA } from '../support/calira-over-http.ts';
import { failureOf } from '../support/failure-of.ts';

const ZEBRAFISH = 1221;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const unread = { timeZone: null, detailsReadAt: 0 };
const byId = <T extends { id: string }>(labs: T[]) => labs.sort((a, b) => Number(a.id) - Number(b.id));

describe('the labs that were authorised', () => {
  test.each([
    ['lists labs below departments', true],
    ['names them in the details only', false],
  ])('are found where Calira %s', async (_how, listNestedLabs) => {
    const { client } = await authorisedClient(sandbox, [IMAGING, CYTOMETRY, ZEBRAFISH, RIVERA]);
    sandbox.control.setLabelling({ listNestedLabs });
    expect(byId((await readLabs(client)).labs)).toEqual([
      {
        id: '1207',
        name: 'Imaging Core',
        ...unread,
        path: ['Northgate University', 'Department of Bioscience Services'],
      },
      {
        id: '1208',
        name: 'Cytometry',
        ...unread,
        path: ['Northgate University', 'Department of Bioscience Services'],
      },
      { id: '1221', name: 'Zebrafish <Facility> 🐟', ...unread, path: ['Northgate University'] },
      { id: '1230', name: 'Rivera Lab', ...unread, path: [] },
    ]);
  });

  test('are not known by halves: labs would seem to have been taken away', async () => {
    const { client } = await authorisedClient(sandbox, [IMAGING, RIVERA]);
    sandbox.control.addFault({
      match: { path: '/v1/accounts/:id' },
      times: 'always',
      kind: { type: 'status', status: 503 },
    });
    expect(await failureOf(readLabs(client))).toMatchObject({ code: 'unavailable' });
  });
});

test('an account that cannot be understood is not a lab that was taken away', async () => {
  const { client } = await authorisedClient(sandbox, [IMAGING, RIVERA]);
  const edit = (json: unknown) =>
    (json as { id: number }[]).map((account) => (account.id === RIVERA ? { ...account, id: null } : account));
  sandbox.control.addFault({ match: { path: '/v1/accounts' }, kind: { type: 'edit', edit } });
  const reading = await readLabs(client);
  expect(reading.labs.map(({ id }) => id)).toEqual([String(IMAGING)]);
  expect(reading.incomplete).toBe(true);
});

describe('a tree that only its details tell', () => {
  const account = (over: Partial<AccountDetails>): AccountDetails => ({
    id: '1',
    name: 'University',
    account_type: 'organisation',
    timezone: null,
    department: null,
    organisation: null,
    labs: [],
    departments: [],
    ...over,
  });
  const clientOf = (accounts: AccountSummary[], details: AccountDetails[]) =>
    ({
      accounts: async () => ({ records: accounts, unreadable: 0, total: accounts.length, size: 100 }),
      account: async (id: string) => {
        const found = details.find((one) => one.id === id);
        if (!found) throw new Error(`nobody knows account ${id}`);
        return found;
      },
    }) as Partial<CaliraClient> as CaliraClient;

  const university = { id: '1', name: 'University', account_type: 'organisation' as const };
  const biology = { id: '2', name: 'Biology' };
  const lab = { id: '7', name: 'Imaging' };

  test('is followed through departments that the list leaves out', async () => {
    const client = clientOf(
      [university],
      [
        account({ departments: [biology] }),
        account({ ...biology, account_type: 'department', labs: [lab], organisation: university }),
      ],
    );
    expect((await readLabs(client)).labs).toEqual([{ ...lab, ...unread, path: ['University', 'Biology'] }]);
  });

  test('puts a lab that both name below its department', async () => {
    const department = { ...biology, account_type: 'department' as const, organisation: university };
    const details = [account({ labs: [lab] }), account({ ...department, labs: [lab] })];
    for (const accounts of [
      [university, department],
      [department, university],
    ]) {
      expect((await readLabs(clientOf(accounts, details))).labs).toEqual([
        { ...lab, ...unread, path: ['University', 'Biology'] },
      ]);
    }
  });

  test('of nothing has no labs', async () => {
    expect(await readLabs(clientOf([], []))).toEqual({ labs: [], incomplete: false });
  });
});

describe('a lab’s time zone', () => {
  const zoneOf = async (change?: (json: object) => object) => {
    const { client } = await authorisedClient(sandbox, [IMAGING]);
    const edit = (json: unknown) => change?.(json as object) ?? json;
    sandbox.control.addFault({ match: { path: '/v1/accounts/:id' }, kind: { type: 'edit', edit } });
    return readTimeZone(client, String(IMAGING));
  };

  test('is what its details say', async () => {
    expect(await zoneOf()).toBe('Europe/London');
  });

  test.each([
    ['none', null],
    ['one that this browser does not know', 'Mars/Olympus_Mons'],
    ['Rails’ own name for one', 'Central Time (US & Canada)'],
  ])('is unknown where they say %s', async (_what, timezone) => {
    expect(await zoneOf((json) => ({ ...json, timezone }))).toBeNull();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askApi, connect } from '../../sandbox/connect.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

const LABS = { imaging: 1207, cytometry: 1208, genomics: 1215, rivera: 1230, byron: 1242 } as const;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date('2026-03-27T12:00:00Z') });
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

type Records = { id: number; equipment_id: number; start_time: string; name: string; account_type: string }[];

const apiFor = async (labs: readonly number[], scope?: string) => {
  const tokens = await connect(sandbox, { labs, ...(scope === undefined ? {} : { scope }) });
  const ask = (path: string) => askApi(sandbox, tokens.access_token, path);
  const list = async (path: string): Promise<Records> => (await ask(path)).json();
  return { ask, list };
};

describe('paging', () => {
  test('gives at most 100, says how many there are, and the pages make up the whole', async () => {
    const { ask } = await apiFor([LABS.imaging]);
    const first = await ask('bookings?per_page=500');
    const second = await ask('bookings?page=2');
    expect([first, second].map(({ headers }) => headers.get('X-Current-Page'))).toEqual(['1', '2']);
    expect(first.headers.get('X-Per-Page')).toBe('100');
    const total = Number(first.headers.get('X-Total-Records'));
    const records: Records = [...(await first.json()), ...(await second.json())];
    expect(total).toBeGreaterThanOrEqual(140);
    expect(new Set(records.map(({ id }) => id)).size).toBe(total);
  });

  test('answers an empty page after the last', async () => {
    const { list } = await apiFor([LABS.cytometry]);
    expect(await list('bookings?page=99')).toEqual([]);
  });

  test('may come in another order each: some records come twice, and others on no page', async () => {
    const { ask, list } = await apiFor([LABS.imaging]);
    expect(await list('bookings')).toEqual(await list('bookings'));
    sandbox.control.setListOrder('reshuffled');
    const first = await ask('bookings');
    const records: Records = [...(await first.json()), ...(await list('bookings?page=2'))];
    const total = Number(first.headers.get('X-Total-Records'));
    expect(records).toHaveLength(total);
    expect(new Set(records.map(({ id }) => id)).size).toBe(total - 7);
  });
});

test('strings and objects may be null, or absent', async () => {
  const { list } = await apiFor([LABS.imaging]);
  const bookings: object[] = await list('bookings');
  const statuses = bookings.map((booking) => ('status' in booking ? booking.status : 'absent'));
  expect(statuses).toContain(null);
  expect(statuses).toContain('absent');
});

describe('what a token sees', () => {
  test('is the labs that were ticked, and the accounts above them', async () => {
    const { list, ask } = await apiFor([LABS.imaging, LABS.rivera]);
    const names = (await list('accounts')).map(({ name }) => name).sort();
    expect(names).toEqual([
      'Department of Bioscience Services',
      'Imaging Core',
      'Northgate University',
      'Rivera Lab',
    ]);
    const organisation = await (await ask('accounts/1100')).json();
    expect(organisation).toMatchObject({ labs: [], departments: [{ id: 1101 }] });
    expect(await (await ask('accounts/1101')).json()).toMatchObject({ labs: [{ id: LABS.imaging }] });
  });

  test('may leave nested labs to the details', async () => {
    sandbox.control.setLabelling({ listNestedLabs: false });
    const { list } = await apiFor([LABS.imaging, LABS.rivera]);
    const labs = (await list('accounts')).filter(({ account_type }) => account_type === 'lab');
    expect(labs.map(({ id }) => id)).toEqual([LABS.rivera]);
  });

  test('includes bookings of a granted lab’s person at a facility outside, but not that equipment', async () => {
    const { list, ask } = await apiFor([LABS.byron]);
    expect(await list('equipment')).toEqual([]);
    expect((await list('bookings')).map(({ id }) => id)).toContain(4980109);
    expect(await (await ask('bookings/4980109')).json()).toMatchObject({
      duration: 195,
      status: 'Completed',
      requester: { name: 'Ada Byron' },
      equipment: { id: 92515, name: 'Confocal microscope SP8' },
      requester_lab: { id: LABS.byron },
      provider_lab: { id: LABS.imaging },
    });
    expect((await ask('equipment/92515')).status).toBe(404);
    expect((await ask(`bookings?provider_account=${LABS.imaging}`)).status).toBe(404);
  });

  test('grows and shrinks with the grant, not with new labs', async () => {
    const { list } = await apiFor([LABS.cytometry]);
    const labs = async () =>
      (await list('accounts')).filter(({ account_type }) => account_type === 'lab').length;
    const { id } = sandbox.control.addLab({ name: 'Proteomics', timezone: 'Asia/Tokyo' });
    expect(await labs()).toBe(1);
    sandbox.control.grantLab(id);
    expect(await labs()).toBe(2);
    expect(await list(`bookings?provider_account=${id}`)).toHaveLength(5);
    sandbox.control.withdrawLab(LABS.cytometry);
    expect(await labs()).toBe(1);
  });
});

describe('refusals', () => {
  test.each([
    ['expired', 'The access token expired'],
    ['unknown', 'The access token is invalid'],
  ])('an %s access token: 401, an empty body and the header', async (kind, sentence) => {
    const { access_token } = await connect(sandbox, { labs: [LABS.imaging] });
    sandbox.control.expireAccessTokens();
    const answer = await askApi(sandbox, kind === 'expired' ? access_token : 'unknown', 'accounts');
    expect([answer.status, await answer.text()]).toEqual([401, '']);
    expect(answer.headers.get('WWW-Authenticate')).toBe(
      `Bearer realm="Doorkeeper", error="invalid_token", error_description="${sentence}"`,
    );
  });

  test('a missing scope: 403 with an empty body', async () => {
    const { ask } = await apiFor([LABS.imaging], 'read_accounts');
    const answer = await ask('bookings');
    expect([answer.status, await answer.text()]).toEqual([403, '']);
    expect(answer.headers.get('WWW-Authenticate')).toContain('read_bookings');
  });

  test('no Enterprise subscription: 403', async () => {
    const { ask } = await apiFor([LABS.imaging]);
    sandbox.control.subscription('none');
    expect((await ask('bookings')).status).toBe(403);
  });

  test('unknown ids: 404 as JSON, and no CORS headers anywhere', async () => {
    const { ask } = await apiFor([LABS.imaging]);
    const answer = await ask('bookings/1');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toHaveProperty('error');
    const all = [...answer.headers.keys(), ...(await ask('accounts')).headers.keys()];
    expect(all.filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

test('times carry the lab’s offset of that date', async () => {
  const { list } = await apiFor([LABS.imaging]);
  const records = await Promise.all(
    [1, 2].map((page) => list(`bookings?provider_account=${LABS.imaging}&page=${page}`)),
  );
  const offsets = (from: string, to: string) =>
    new Set(
      records
        .flat()
        .filter(({ start_time }) => start_time >= from && start_time < to)
        .map(({ start_time }) => start_time.slice(-6)),
    );
  expect(offsets('2026-01-01', '2026-03-29')).toEqual(new Set(['+00:00']));
  expect(offsets('2026-03-30', '2026-06-01')).toEqual(new Set(['+01:00']));
});

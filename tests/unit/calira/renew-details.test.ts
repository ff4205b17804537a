/** An update asks Calira again about what it may ask about, whatever tells that it may. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SpecimenName } from '../../sandbox/calira/data/specimens.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { IMAGING } from '../support/calira-over-http.ts';
import { authorisedFeed, listener } from '../support/feed-over-http.ts';

/** Its people are guests at other labs' equipment. */
const BYRON = 1242;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

test.each<[SpecimenName, string]>([
  ['documented', 'on equipment of an authorised lab'],
  ['guest', 'of an authorised lab, on equipment of another one'],
])('a booking (%s) %s is read again, and what has changed arrives', async (name) => {
  const { id } = sandbox.control.specimen(name);
  const { feed } = await authorisedFeed(sandbox, [IMAGING, BYRON]);
  await feed.load({ known: false }, listener());
  sandbox.control.changeBooking(id, { note: 'Laser failed' });
  const panel = listener();
  expect(await feed.renewDetails({ ids: [String(id)] }, panel)).toEqual([]);
  expect(panel.rows.get(String(id))?.details?.note).toBe('Laser failed');
});

test('a booking of a lab that is not authorised is not asked about', async () => {
  const { id } = sandbox.control.specimen('guest');
  const { feed } = await authorisedFeed(sandbox, [IMAGING]);
  await feed.load({ known: false }, listener());
  sandbox.control.clearRequests();
  expect(await feed.renewDetails({ ids: [String(id)] }, listener())).toMatchObject([{ id: String(id) }]);
  expect(sandbox.control.countRequests({ path: '/v1/bookings/:id', id })).toBe(0);
});

import type { FaultOptions } from '../../sandbox/traffic/fault.ts';
import { BOOKING, IMAGING } from '../support/calira-over-http.ts';

/** An answer that arrives, and is not what it should be. */
export interface DataFault {
  name: string;
  faults: FaultOptions[];
  /** Whether it is a booking's details that are looked at, rather than the list. */
  details?: true;
  /** What the rows of the next reading still say: a lab's own details are not read again so soon. */
  lasting?: string;
}

type Json = Record<string, unknown>;

const list = { path: '/v1/bookings' };
const page = (number: number) => ({ ...list, query: { page: String(number) } });
const equipment = { path: '/v1/equipment' };
const accounts = { path: '/v1/accounts' };
const always = 'always' as const;

const headers = (name: string, changed: Record<string, string | null>, match = list): DataFault => ({
  name,
  faults: [{ match, times: always, kind: { type: 'headers', headers: changed } }],
});

/** Changes the whole list on each page, or on one of them. */
const records = (name: string, edit: (all: Json[]) => unknown[], match = list): DataFault => ({
  name,
  faults: [{ match, times: always, kind: { type: 'edit', edit: (json) => edit(json as Json[]) } }],
});

/** Changes the documented example, where it is listed. */
const record = (name: string, change: Json): DataFault =>
  records(name, (all) => all.map((one) => (String(one.id) === BOOKING ? { ...one, ...change } : one)));

const details = (name: string, edit: (one: Json) => unknown): DataFault => ({
  name,
  details: true,
  faults: [
    {
      match: { path: `/v1/bookings/${BOOKING}` },
      times: always,
      kind: { type: 'edit', edit: (json) => edit(json as Json) },
    },
  ],
});

const account = (name: string, edit: (one: Json) => unknown): DataFault => ({
  name,
  lasting: 'in several rows no time zone',
  faults: [
    {
      match: { path: `/v1/accounts/${IMAGING}` },
      times: always,
      kind: { type: 'edit', edit: (json) => edit(json as Json) },
    },
  ],
});

const nulled = (one: Json) =>
  Object.fromEntries(Object.entries(one).map(([key, value]) => [key, key === 'id' ? value : null]));

/** As from JSON, where `__proto__` is a name like any other. */
const polluted: Json = JSON.parse(
  '{"__proto__": {"status": "Hijacked", "isAdmin": true}, "constructor": {"x": 1}}',
);

export const dataFaults: readonly DataFault[] = [
  headers('no X-Total-Records', { 'X-Total-Records': null }),
  headers('no paging headers at all', {
    'X-Total-Records': null,
    'X-Per-Page': null,
    'X-Current-Page': null,
  }),
  headers('X-Total-Records: many', { 'X-Total-Records': 'many' }),
  headers('X-Total-Records: 0', { 'X-Total-Records': '0' }),
  headers('X-Total-Records: -1', { 'X-Total-Records': '-1' }),
  headers('X-Total-Records: 1e99', { 'X-Total-Records': '1e99' }),
  headers('X-Total-Records less than what is on the first page', { 'X-Total-Records': '3' }),
  headers('another X-Total-Records on the second page', { 'X-Total-Records': '7' }, page(2)),
  headers('X-Per-Page: 0', { 'X-Per-Page': '0' }),
  headers('X-Per-Page: 1000000', { 'X-Per-Page': '1000000' }),
  records('the first record again on the second page', (all) => [...all, { ...all[0] }], page(2)),
  records('a second page that has shrunk by one', (all) => all.slice(1), page(2)),
  records('a second page that is empty', () => [], page(2)),
  records(
    'null for one record',
    (all) => all.map((one) => (String(one.id) === BOOKING ? null : one)) as Json[],
  ),
  record('an id as a string', { id: BOOKING }),
  records('an id beyond 2^53', (all) =>
    all.map((one) => (String(one.id) === BOOKING ? { ...one, id: 2 ** 60 } : one)),
  ),
  record('an id with a slash', { id: '1/../../accounts' }),
  record('an id that every object has', { id: 'constructor' }),
  record('a date without offset', { start_time: '2022-03-29T09:45:00' }),
  record('30 February', { end_time: '2022-02-30T10:00:00Z' }),
  record('a date in another form', { start_time: '29/03/2022 09:45' }),
  record('an end before its start', { end_time: '2022-03-28T10:00:00Z' }),
  record('the year 9999', { end_time: '9999-12-31T23:59:59Z' }),
  record('no status', { status: null }),
  record('a status that nobody knows', { status: 'Teleported' }),
  record('no equipment', { equipment_id: null }),
  record('prototype pollution', polluted),
  records('everything null in every piece of equipment', (all) => all.map(nulled), equipment),
  records('null for a piece of equipment', ([, ...rest]) => [null, ...rest], equipment),
  records(
    'equipment ids as strings, and a contact that is a text',
    (all) => all.map((one) => ({ ...one, id: String(one.id), contact_person: 'Ada' })),
    equipment,
  ),
  records('everything null in every account', (all) => all.map(nulled), accounts),
  records('null for an account more', (all) => [...all, null], accounts),
  account('everything null in a lab’s own details', nulled),
  account('a time zone that is none', (one) => ({ ...one, timezone: 'Mars/Olympus' })),
  details('everything null in the details', nulled),
  details('nothing but the id in the details', ({ id }) => ({ id })),
  details('a negative duration', (one) => ({ ...one, duration: -90 })),
  details('a duration in words', (one) => ({ ...one, duration: 'an hour' })),
  details('texts where objects are due', (one) => ({
    ...one,
    equipment: 'confocal',
    requester: 'Ada',
    requester_lab: 7,
    provider_lab: [],
  })),
  details('a note that is a text', (one) => ({ ...one, last_public_note: 'bring samples' })),
  details('an object for the cost', (one) => ({ ...one, cost: { amount: 3 } })),
  details('a cost as a number', (one) => ({ ...one, cost: 3.5 })),
  details('a note of a million letters', (one) => ({
    ...one,
    last_public_note: { message: 'x'.repeat(1_000_000) },
  })),
];

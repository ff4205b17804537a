import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  accountDetails,
  accountSummary,
  bookingDetails,
  bookingSummary,
  equipmentOf,
} from '../../../utils/calira/schemas.ts';

/** The documented example. */
const booking = {
  id: 4980109,
  start_time: '2022-03-29T09:45:00.000+01:00',
  end_time: '2022-03-29T13:00:00.000+01:00',
  status: 'Completed',
  user_id: 91471,
  equipment_id: 92515,
};

describe('a booking in the list', () => {
  const read = (change: object) => v.parse(bookingSummary, { ...booking, ...change });
  const refused = (change: object) => !v.is(bookingSummary, { ...booking, ...change });

  test('as it is documented', () => {
    expect(read({})).toEqual({
      id: '4980109',
      start: '2022-03-29T09:45:00.000+01:00',
      end: '2022-03-29T13:00:00.000+01:00',
      status: 'Completed',
      equipmentId: '92515',
    });
  });

  test.each([
    ['an id as a string', { id: '4980109' }, { id: '4980109' }],
    ['an id beyond what a number holds', { id: '90071992547409931' }, { id: '90071992547409931' }],
    ['no equipment', { equipment_id: null }, { equipmentId: null }],
    ['equipment absent', { equipment_id: undefined }, { equipmentId: null }],
    ['no status', { status: null }, { status: '' }],
    ['a status in another letter case', { status: 'CANCELLED' }, { status: 'CANCELLED' }],
    ['UTC', { start_time: '2022-03-29T09:45:00Z' }, { start: '2022-03-29T09:45:00Z' }],
    ['an offset without a colon', { start_time: '2022-03-29T09:45+0530' }, {}],
    ['a leap day', { start_time: '2024-02-29T09:45:00Z' }, {}],
    ['the hour that is left out when summer begins', { start_time: '2022-03-27T01:30:00+00:00' }, {}],
    ['an end before its start', { end_time: '2022-03-29T08:00:00Z' }, {}],
  ])('may have %s', (_what, change, expected) => {
    expect(read(change)).toMatchObject(expected);
  });

  test.each([
    ['without an id', { id: null }],
    ['with an id that JSON has rounded', { id: 2 ** 53 + 2 }],
    ['with half an id', { id: 1.5 }],
    ['with an id that is a path', { id: '../accounts/1' }],
    ['with an id that is markup', { id: '"><script>' }],
    ['with an endless id', { id: '9'.repeat(65) }],
    ['with a time that names no offset', { start_time: '2022-03-29T09:45:00.000' }],
    ['with a day only', { start_time: '2022-03-29' }],
    ['on 30 February', { start_time: '2022-02-30T09:45:00Z' }],
    ['on 31 April', { end_time: '2022-04-31T09:45:00Z' }],
    ['on 29 February of another year', { start_time: '2023-02-29T09:45:00+01:00' }],
    ['in the 13th month', { start_time: '2022-13-01T09:45:00Z' }],
    ['in the 25th hour', { start_time: '2022-03-29T25:00:00Z' }],
    ['with words for a time', { start_time: 'tomorrow' }],
    ['without an end', { end_time: null }],
  ])('is not believed %s', (_what, change) => {
    expect(refused(change)).toBe(true);
  });

  test.each([null, [], 'booking', 7, [booking]])('is not %o', (answer) => {
    expect(v.is(bookingSummary, answer)).toBe(false);
  });
});

describe('the details of a booking', () => {
  const details = {
    ...booking,
    duration: 195,
    cost: '0.0',
    booking_type: 'internal',
    requested_at: '2022-03-20T09:00:00Z',
    add_ons: [],
    last_public_note: { message: 'Please use the 63× objective <oil> & clean it' },
    requester: { id: 91471, name: 'William "Bill" D’Arcy', email: 'bill@example.org', sector: 'Academia' },
    equipment: { id: 92515, name: 'STED <bench 2> 🔬' },
    requester_lab: { id: 1242, name: 'Byron Lab' },
    provider_lab: { id: 1207, name: 'Müller & Søn „Protein“ Lab' },
    requester_organisation: { id: 1, name: 'University' },
    provider_organisation: { id: 1, name: 'University' },
  };

  test('names stay the text that they are, and no mail address comes in', () => {
    expect(v.parse(bookingDetails, details)).toEqual({
      duration: 195,
      cost: '0.0',
      type: 'internal',
      note: 'Please use the 63× objective <oil> & clean it',
      requester: 'William "Bill" D’Arcy',
      equipment: { id: '92515', name: 'STED <bench 2> 🔬' },
      requesterLab: { id: '1242', name: 'Byron Lab' },
      providerLab: { id: '1207', name: 'Müller & Søn „Protein“ Lab' },
    });
  });

  const nothing = {
    duration: null,
    cost: null,
    type: null,
    note: null,
    requester: null,
    equipment: null,
    requesterLab: null,
    providerLab: null,
  };

  test('may be null throughout', () => {
    const nulls = Object.fromEntries(Object.keys(details).map((key) => [key, null]));
    expect(v.parse(bookingDetails, { ...nulls, id: 1 })).toEqual(nothing);
  });

  test('may be absent throughout', () => {
    expect(v.parse(bookingDetails, { id: 1 })).toEqual(nothing);
  });

  test.each([
    ['an empty note', { last_public_note: {} }, { note: null }],
    ['a note of blanks', { last_public_note: { message: '  ' } }, { note: null }],
    ['a cost as a number', { cost: 12.5 }, { cost: '12.5' }],
    ['a requester without a name', { requester: { id: 1 } }, { requester: null }],
    ['a requester that is no object', { requester: 'Ada Byron' }, { requester: null }],
    ['a lab without a name', { provider_lab: { id: 1207 } }, { providerLab: { id: '1207', name: '1207' } }],
    ['a lab without anything', { requester_lab: {} }, { requesterLab: null }],
    ['a lab whose id is null', { requester_lab: { id: null, name: null } }, { requesterLab: null }],
    ['a negative duration', { duration: -15 }, { duration: null }],
    ['a duration in words', { duration: '3 hours' }, { duration: null }],
    ['a note that is a text', { last_public_note: 'bring samples' }, { note: null }],
    ['a cost that is an object', { cost: { amount: 3 } }, { cost: null }],
    ['a lab named as what every object has', { provider_lab: { id: 'constructor' } }, { providerLab: null }],
    [
      'a text of a million letters',
      { requester: { name: 'x'.repeat(1_000_000) } },
      { requester: 'x'.repeat(10_000) },
    ],
    [
      'a text cut in the middle of a sign',
      { requester: { name: `${'x'.repeat(9_999)}🔬` } },
      { requester: `${'x'.repeat(9_999)}\ufffd` },
    ],
  ])('%s costs no more than itself', (_what, change, expected) => {
    expect(v.parse(bookingDetails, { ...details, ...change })).toMatchObject({
      type: 'internal',
      ...expected,
    });
  });

  test('keys that would reach a prototype are dropped', () => {
    const hostile: unknown = JSON.parse(
      '{"id": 1, "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}},' +
        '"provider_lab": {"id": 1207, "name": "Lab", "__proto__": {"polluted": true}}}',
    );
    const read = v.parse(bookingDetails, hostile);
    expect(read).toEqual({ ...nothing, providerLab: { id: '1207', name: 'Lab' } });
    for (const one of [read, read.providerLab, {}]) expect(one).not.toHaveProperty('polluted');
  });
});

describe('equipment', () => {
  const read = (change: object) => v.parse(equipmentOf('1207'), { id: 92515, name: 'SP8', ...change });

  test.each([
    [{ model: 'TCS SP8' }, 'TCS SP8'],
    [{ model_number: 'TCS SP8' }, 'TCS SP8'],
    [{ model: null, model_number: 'TCS SP8' }, 'TCS SP8'],
    [{ model: '', model_number: 'TCS SP8' }, 'TCS SP8'],
    [{ model: 'new', model_number: 'old' }, 'new'],
    [{}, null],
  ])('of %o has the model %o', (change, model) => {
    expect(read(change).model).toBe(model);
  });

  test.each([
    [{ id: 7, name: 'Grace Hopper' }, 'Grace Hopper'],
    [{ id: 7, name: null }, '7'],
    [{ name: 'no id' }, null],
    [null, null],
  ])('with the contact %o names %o', (contact_person, contact) => {
    expect(read({ contact_person }).contact).toBe(contact);
  });

  test('belongs to the lab that was asked for, and is called by its id for want of a name', () => {
    expect(read({ name: null })).toEqual({
      id: '92515',
      name: '92515',
      manufacturer: null,
      model: null,
      room: null,
      contact: null,
      labId: '1207',
    });
  });
});

describe('accounts', () => {
  test('of a kind that nobody has heard of count as labs: better one too many than one lost', () => {
    expect(v.parse(accountSummary, { id: 1, name: 'X', account_type: 'consortium' }).account_type).toBe(
      'lab',
    );
  });

  test('may have nothing below them, or nulls among what is', () => {
    const account = { id: 1, name: 'X', account_type: 'department' };
    expect(v.parse(accountDetails, account)).toMatchObject({ labs: [], departments: [], timezone: null });
    expect(v.parse(accountDetails, { ...account, labs: null }).labs).toEqual([]);
    expect(v.parse(accountDetails, { ...account, labs: [null, { id: 7, name: 'L' }] }).labs).toEqual([
      { id: '7', name: 'L' },
    ]);
  });
});

/** Labs that are being read while the authorisation changes, and why they could not be read. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaliraClient } from '../../../utils/calira/client.ts';
import { createGrantedLabs } from '../../../utils/calira/granted-labs.ts';
import type { LabChoice } from '../../../utils/calira/lab-choice.ts';
import { authorisedLabs, noLabs } from '../../../utils/calira/lab-choice.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import { choiceOf } from '../support/labs.ts';

const pageOf = (...ids: string[]): Awaited<ReturnType<CaliraClient['accounts']>> => ({
  records: ids.map((id) => ({ id, name: id, account_type: 'lab' })),
  unreadable: 0,
  total: ids.length,
  size: 100,
});
const forbidden = new CodedError('forbidden', { detail: 'scope read_accounts' });

let choice: LabChoice;
const accounts = vi.fn<CaliraClient['accounts']>();
const stored = {
  get: async () => choice,
  set: async (next: LabChoice) => {
    choice = next;
  },
  watch: () => () => {},
};
const createLabs = () =>
  createGrantedLabs({ accounts } as Partial<CaliraClient> as CaliraClient, stored, Date.now);

beforeEach(() => {
  choice = noLabs;
  accounts.mockReset();
});

/** A reading whose answer comes when the test says so. */
function slowReading(labs: ReturnType<typeof createLabs>) {
  const answer = Promise.withResolvers<ReturnType<typeof pageOf>>();
  accounts.mockReturnValueOnce(answer.promise);
  const ended = labs.read().catch((thrown: unknown) => thrown);
  return { answer: answer.resolve, ended };
}

describe('labs that are still being read', () => {
  test('do not come back after a disconnect', async () => {
    const labs = createLabs();
    const reading = slowReading(labs);
    await labs.forget();
    reading.answer(pageOf('a'));
    await reading.ended;
    expect(choice).toEqual(noLabs);
  });

  test('are not taken for those of a sign-in that came in between', async () => {
    choice = choiceOf({ a: true });
    const labs = createLabs();
    const before = slowReading(labs);
    const answer = Promise.withResolvers<ReturnType<typeof pageOf>>();
    accounts.mockReturnValueOnce(answer.promise);
    const authorised = labs.authorised();
    await expect.poll(() => accounts.mock.calls.length).toBe(2);
    before.answer(pageOf('a'));
    await before.ended;
    answer.resolve(pageOf('a', 'b'));
    await authorised;
    expect(authorisedLabs(choice).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(choice.lost).toEqual([]);
  });
});

test('one account that cannot be understood costs no lab its decision', async () => {
  choice = choiceOf({ a: true, b: true });
  accounts.mockResolvedValueOnce({ ...pageOf('a'), unreadable: 1, total: 2 });
  await createLabs().read();
  expect(choice).toMatchObject({ decisions: { a: true, b: true }, lost: [] });
});

describe('a lab’s own details', () => {
  const days = 86_400_000;
  const now = Date.parse('2026-11-23T14:00:00Z');
  const account = vi.fn<CaliraClient['account']>();
  const labs = createGrantedLabs({ account } as Partial<CaliraClient> as CaliraClient, stored, () => now);

  beforeEach(() => {
    const nothing = { department: null, organisation: null, labs: [], departments: [] };
    account.mockReset().mockImplementation(async (id) => ({
      id,
      name: id,
      account_type: 'lab',
      timezone: 'Europe/London',
      ...nothing,
    }));
  });

  test.each([
    { age: 30 * days, read: false },
    { age: 30 * days + 1, read: true },
    { age: now, read: true },
  ])('read $age ms ago are read again: $read', async ({ age, read }) => {
    choice = choiceOf({ a: true });
    choice = { ...choice, granted: choice.granted.map((lab) => ({ ...lab, detailsReadAt: now - age })) };
    expect(await labs.readTimeZones()).toBeNull();
    expect(account).toHaveBeenCalledTimes(read ? 1 : 0);
    const known = { timeZone: 'Europe/London', detailsReadAt: now };
    if (read) expect(choice.granted[0]).toMatchObject(known);
  });

  test('of a lab that is not authorised are not read', async () => {
    choice = choiceOf({ a: false, b: null });
    await labs.readTimeZones();
    expect(account).not.toHaveBeenCalled();
  });
});

test('labs that are gone are told of until that was read', async () => {
  choice = choiceOf({ a: true }, { lost: [{ id: 'b', name: 'b' }] });
  await createLabs().dismissLost();
  expect(choice).toEqual(choiceOf({ a: true }));
});

describe('labs that cannot be read after a sign-in', () => {
  test('are unread, and it is known why until they are read', async () => {
    const labs = createLabs();
    accounts.mockRejectedValueOnce(forbidden);
    await expect(labs.authorised()).rejects.toThrow(CodedError);
    expect(choice).toMatchObject({ unread: true, failure: forbidden.failure });
    accounts.mockRejectedValueOnce(new CodedError('offline'));
    await expect(labs.current()).rejects.toThrow(CodedError);
    expect(choice).toMatchObject({ unread: true, failure: { code: 'offline' } });
    accounts.mockResolvedValueOnce(pageOf('a'));
    await labs.current();
    expect(choice).toEqual(expect.not.objectContaining({ failure: expect.anything() }));
    expect(authorisedLabs(choice)).toHaveLength(1);
  });

  test('the next sign-in forgets why the last one could not read them', async () => {
    choice = { ...noLabs, unread: true, failure: { code: 'offline' } };
    const labs = createLabs();
    const answer = Promise.withResolvers<ReturnType<typeof pageOf>>();
    accounts.mockReturnValueOnce(answer.promise);
    const authorised = labs.authorised();
    await expect.poll(() => accounts.mock.calls.length).toBe(1);
    expect(choice).toEqual({ ...noLabs, unread: true });
    answer.resolve(pageOf('a'));
    await authorised;
  });

  test('labs that are known stay as they are when they cannot be read again', async () => {
    choice = choiceOf({ a: true });
    const before = choice;
    accounts.mockRejectedValueOnce(forbidden);
    await expect(createLabs().read()).rejects.toThrow(CodedError);
    expect(choice).toBe(before);
  });
});

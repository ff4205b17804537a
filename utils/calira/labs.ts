import * as v from 'valibot';
import type { Lab } from '../bookings/booking.ts';
import { CodedError } from '../messages/failure.ts';
import { storedItem } from '../settings/stored-item.ts';
import { allPages } from './all-pages.ts';
import type { CaliraClient } from './client.ts';

const lab = v.object({
  id: v.string(),
  name: v.string(),
  timeZone: v.nullable(v.string()),
  /** The department or organisation above it, for the tree. */
  parent: v.nullable(v.string()),
});

/** The labs that the person authorised in Calira: only their bookings ever appear. */
export const authorisedLabs = storedItem('local:labs', v.array(lab), []);
export type AuthorisedLab = v.InferOutput<typeof lab>;

/**
 * Reads the labs that an authorisation reaches: those that Calira lists, and those that only the details of an
 * organisation or a department name (the documentation does not say whether the list repeats them).
 */
export async function readLabs(client: CaliraClient, signal?: AbortSignal): Promise<AuthorisedLab[]> {
  const { records: accounts, failure } = await allPages((page) => client.accounts(page, signal));
  // Half a list of labs would look like labs that were taken away.
  if (failure) throw new CodedError(failure.code, failure);
  const groups = accounts.filter((account) => account.account_type !== 'lab');
  const listed = await Promise.all(groups.map((group) => client.account(group.id, signal)));
  const known = new Set(groups.map(({ id }) => id));
  const nested = listed.flatMap((group) => group.departments).filter(({ id }) => !known.has(id));
  const departments = [...new Set(nested.map(({ id }) => id))];
  const details = [...listed, ...(await Promise.all(departments.map((id) => client.account(id, signal))))];

  const found = new Map<string, AuthorisedLab>();
  for (const { id, name, account_type } of accounts) {
    if (account_type === 'lab') found.set(id, { id, name: name ?? id, timeZone: null, parent: null });
  }
  for (const group of details) {
    for (const { id, name } of group.labs) {
      const lab = found.get(id);
      // A department says more about where a lab belongs than the organisation above it.
      const parent = lab?.parent && group.account_type === 'organisation' ? lab.parent : group.name;
      found.set(id, { id, name: lab?.name ?? name, timeZone: lab?.timeZone ?? null, parent });
    }
  }
  return [...found.values()];
}

/** Reads a lab's own time zone; without one, times are shown with the UTC offset that Calira gives them. */
export async function readTimeZone(
  client: CaliraClient,
  { id }: Lab,
  signal?: AbortSignal,
): Promise<string | null> {
  const { timezone } = await client.account(id, signal);
  return timezone && isTimeZone(timezone) ? timezone : null;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

import { CodedError } from '../messages/failure.ts';
import { allPages } from './all-pages.ts';
import type { CaliraClient } from './client.ts';
import type { GrantedLab } from './lab-choice.ts';
import type { AccountDetails } from './schemas.ts';

/** The labs that an authorisation reaches, as far as Calira's answer can be understood. */
export interface LabReading {
  labs: GrantedLab[];
  /** Whether there may be more: then nobody knows which were taken away, nor whether these are all. */
  incomplete: boolean;
}

/**
 * Reads the labs that an authorisation reaches: those that Calira lists, and those that only the details of an
 * organisation or a department name (the documentation does not say whether the list repeats them).
 *
 * @throws {CodedError} where a request failed: half a list is worth less than the one from before.
 */
export async function readLabs(client: CaliraClient, signal?: AbortSignal): Promise<LabReading> {
  const { records: accounts, missing, failure } = await allPages((page) => client.accounts(page, signal));
  if (failure) throw new CodedError(failure.code, failure);
  const groups = accounts.filter((account) => account.account_type !== 'lab');
  const listed = await Promise.all(groups.map((group) => client.account(group.id, signal)));
  const known = new Set(groups.map(({ id }) => id));
  const nested = listed.flatMap((group) => group.departments).filter(({ id }) => !known.has(id));
  const departments = [...new Set(nested.map(({ id }) => id))];
  const details = [...listed, ...(await Promise.all(departments.map((id) => client.account(id, signal))))];

  const found = new Map<string, GrantedLab>();
  const take = (id: string, name: string | null, path: string[]) => {
    const lab = found.get(id);
    // A department says more about where a lab belongs than the organisation above it.
    const longest = lab && lab.path.length > path.length ? lab.path : path;
    found.set(id, { id, name: lab?.name ?? name ?? id, timeZone: null, detailsReadAt: 0, path: longest });
  };
  for (const { id, name, account_type } of accounts) if (account_type === 'lab') take(id, name, []);
  const outermostFirst = details.sort((a, b) => depth(a) - depth(b));
  for (const group of outermostFirst) for (const { id, name } of group.labs) take(id, name, pathOf(group));
  return { labs: [...found.values()], incomplete: missing > 0 };
}

const depth = ({ account_type }: AccountDetails) => (account_type === 'organisation' ? 0 : 1);

function pathOf({ account_type, organisation, name, id }: AccountDetails): string[] {
  const above = account_type === 'department' && organisation ? [organisation.name] : [];
  return [...above, name ?? id];
}

/** Reads a lab's own time zone; without one, times are shown with the UTC offset that Calira gives them. */
export async function readTimeZone(
  client: CaliraClient,
  labId: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const { timezone } = await client.account(labId, signal);
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

import type { Account, CaliraData } from '../data/records.ts';

export interface Branch {
  account: Account;
  labs: Account[];
  branches: Branch[];
}

const byName = (a: Account, b: Account) => a.name.localeCompare(b.name, 'en', { numeric: true });

/** Organisations with their departments and labs, then the labs that stand alone; each sorted by name. */
export const labTree = (data: CaliraData): { branches: Branch[]; alone: Account[] } => {
  const all = [...data.accounts.values()].sort(byName);
  const labs = all.filter((account) => account.accountType === 'lab');
  const branch = (account: Account): Branch => ({
    account,
    labs: labs.filter((lab) =>
      account.accountType === 'department'
        ? lab.departmentId === account.id
        : lab.organisationId === account.id && lab.departmentId === null,
    ),
    branches: all
      .filter((child) => child.accountType === 'department' && child.organisationId === account.id)
      .map(branch)
      .filter((child) => child.labs.length > 0),
  });
  const organisations = all.filter((account) => account.accountType === 'organisation').map(branch);
  return {
    branches: organisations.filter((one) => one.labs.length > 0 || one.branches.length > 0),
    alone: labs.filter((lab) => lab.organisationId === null),
  };
};

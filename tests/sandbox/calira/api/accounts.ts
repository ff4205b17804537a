import { Hono } from 'hono';
import type { Account, CaliraData } from '../data/records.ts';
import type { CaliraState } from '../state.ts';
import { type ApiEnv, requires } from './bearer.ts';
import { notFound, paged } from './paging.ts';
import { type View, viewOf } from './visibility.ts';

const named = (account: Account | undefined) => (account ? { id: account.id, name: account.name } : null);

/** Whether a lab lies below an account: its department, or the organisation itself where there is no department. */
const parents = (lab: Account): (number | null)[] => [lab.departmentId, lab.organisationId];

const reachable = (data: CaliraData, view: View): Account[] => {
  const labs = view.labs();
  const above = new Set(labs.flatMap(parents));
  return [...data.accounts.values()].filter(
    (account) => view.mayReadLab(account.id) || above.has(account.id),
  );
};

const details = (data: CaliraData, view: View, account: Account) => {
  const accounts = reachable(data, view);
  const inside = accounts.filter((one) =>
    account.accountType === 'department'
      ? one.departmentId === account.id
      : one.organisationId === account.id && one.departmentId === null,
  );
  const ofType = (type: Account['accountType']) =>
    inside.filter((one) => one.accountType === type).map(named);
  return {
    id: account.id,
    name: account.name,
    account_type: account.accountType,
    sector: account.sector,
    description: account.description,
    timezone: account.timezone,
    department: named(data.accounts.get(account.departmentId ?? 0)),
    organisation: named(data.accounts.get(account.organisationId ?? 0)),
    labs: ofType('lab'),
    departments: ofType('department'),
  };
};

/** `GET /accounts` and `GET /accounts/:id`. */
export const accountsApi = (state: CaliraState): Hono<ApiEnv> =>
  new Hono<ApiEnv>()
    .use(requires(state, 'read_accounts'))
    .get('/', (c) => {
      const all = reachable(state.data, viewOf(state.data, c.get('token')));
      const listed = state.manners.listNestedLabs
        ? all
        : all.filter((account) => account.accountType !== 'lab' || account.organisationId === null);
      return paged(c, state, listed, ({ id, name, accountType }) => ({
        id,
        name,
        account_type: accountType,
      }));
    })
    .get('/:id', (c) => {
      const view = viewOf(state.data, c.get('token'));
      const account = reachable(state.data, view).find(({ id }) => String(id) === c.req.param('id'));
      return account ? c.json(details(state.data, view, account)) : notFound(c, 'Account');
    });

import { html } from 'hono/html';
import type { Account, CaliraData } from '../data/records.ts';
import { type AuthorisationRequest, PARAMETERS } from './authorisation-request.ts';
import { type Branch, labTree } from './lab-tree.ts';
import { type Html, page } from './layout.ts';

const MEANING: Record<string, string> = {
  read_user: 'your profile',
  read_accounts: 'names and time zones',
  read_equipment: 'equipment',
  read_bookings: 'bookings',
  read_projects: 'projects',
};

const labItem = (lab: Account, ticked: ReadonlySet<number>): Html => html`<li class="lab">
  <label><input type="checkbox" name="lab" value="${lab.id}" ${ticked.has(lab.id) ? 'checked' : ''}>${lab.name}</label>
  <span class="soft">${lab.timezone}</span></li>`;

const branchItem = ({ account, labs, branches }: Branch, ticked: ReadonlySet<number>): Html => html`<li>
  <h2 class="${account.accountType}">${account.name}</h2>
  <ul>${branches.map((branch) => branchItem(branch, ticked))}${labs.map((lab) => labItem(lab, ticked))}</ul></li>`;

/** The page on which a person chooses the labs that an application may read. */
export const authorisePage = (
  data: CaliraData,
  request: AuthorisationRequest,
  query: URLSearchParams,
  ticked: ReadonlySet<number>,
  error?: string,
): Html => {
  const { branches, alone } = labTree(data);
  const words = request.scopes.map((scope) => MEANING[scope] ?? scope);
  return page(
    'Authorise',
    html`<h1>Authorise ${request.client.name}</h1>
      <p>This application wants to read ${new Intl.ListFormat('en-GB').format(words)} of the labs that you choose.</p>
      ${error ? html`<p class="error" role="alert">${error}</p>` : ''}
      <form method="post" action="/oauth/authorize">
        ${PARAMETERS.map((name) => {
          const value = query.get(name);
          return value === null ? '' : html`<input type="hidden" name="${name}" value="${value}">`;
        })}
        <ul aria-label="Labs">
          ${branches.map((branch) => branchItem(branch, ticked))}
          ${alone.length > 0 ? html`<li><h2 class="organisation">Independent labs</h2><ul>${alone.map((lab) => labItem(lab, ticked))}</ul></li>` : ''}
        </ul>
        <div class="actions">
          <button class="primary" name="decision" value="authorise">Authorise</button>
          <button name="decision" value="deny">Deny</button>
        </div>
      </form>`,
    true,
  );
};

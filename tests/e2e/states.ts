/**
 * Everything that the panel can look like besides a list of bookings: every error code, and every empty, loading and
 * partial state. Pictures, axe and the keyboard go through all of them.
 */
import type { browser } from 'wxt/browser';
import type { Connection } from '../../utils/calira/connection.ts';
import type { ErrorCode } from '../../utils/messages/failure.ts';
import type { FaultKind } from '../sandbox/traffic/fault.ts';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { caliraWindow } from './support/calira-window.ts';
import { findPanelOf } from './support/find-panel.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

export interface PanelState {
  /** The error code, where it is one, or what the state is called. */
  name: string;
  code?: ErrorCode;
  /** A text that is on screen then. */
  shows: string | RegExp;
  /** Brings a panel into this state, whatever the one before was. */
  arrange(stage: AuthorisationStage): Promise<OpenPanel>;
}

type Find = ReturnType<typeof findPanelOf>;

/** A panel that is connected and listed, and then something happens in it. */
const listed =
  (act: (find: Find, stage: AuthorisationStage) => Promise<unknown>, field?: string) =>
  async (stage: AuthorisationStage): Promise<OpenPanel> => {
    const opened = await stage.freshPanel(field ? { field } : {});
    await act(findPanelOf(opened), stage);
    return opened;
  };

/** A panel that has found something else the last time that it asked Calira for its bookings. */
const afterFault = (kind: FaultKind) =>
  listed(async (find, { sandbox }) => {
    sandbox.control.addFault({ match: { path: '/v1/bookings' }, times: 'always', kind });
    await find.button('Refresh').click();
  });

/** A panel that nobody has connected. */
const disconnected = async (stage: AuthorisationStage): Promise<OpenPanel> => {
  await stage.reset();
  return stage.openPanel();
};

/** A panel that hears of another state of the connection while it is open. */
const withConnection = (connection: Connection) => async (stage: AuthorisationStage) => {
  const opened = await disconnected(stage);
  // Whoever has this button has been told how things stood before.
  await opened.panel.button('Connect to Calira').waitFor();
  await stage.own.evaluate((value) => chrome.storage.local.set({ connection: value }), connection);
  return opened;
};

/** A booking was inserted, has changed in Calira since, and an update would take that over. */
async function updateInserted(find: Find, { control }: AuthorisationStage['sandbox']): Promise<void> {
  control.changeBooking(4980109, { status: 'Completed' });
  await find.search.fill('4980109');
  await find.region.getByRole('checkbox', { name: 'Select booking 4980109' }).check();
  await find.button('Insert').click();
  await find.region.getByText('1 booking inserted into Method.').waitFor();
  control.changeBooking(4980109, { status: 'Declined' });
  await find.button('Update bookings in this field').click();
  await find.region.getByText(/^1 booking has changed in Calira\./).waitFor();
}

/** A panel whose latest attempt to connect ended so. */
const afterSignIn = (code: ErrorCode) => withConnection({ state: 'disconnected', failure: { code } });

/** A panel whose insertion is answered so by whoever stands in for the editor adapter, as a page could. */
const afterInsertion = (command: string, answer: object) =>
  listed(async (find) => {
    await find.page.evaluate(
      ({ wanted, told }) =>
        window.addEventListener(
          'calira-bookings-request',
          (event) => {
            const { id, command: asked } = JSON.parse((event as CustomEvent<string>).detail);
            if (asked !== wanted) return;
            event.stopImmediatePropagation();
            const detail = JSON.stringify({ id, ...told });
            document.dispatchEvent(new CustomEvent('calira-bookings-answer', { detail }));
          },
          true,
        ),
      { wanted: command, told: answer },
    );
    await find.rows.nth(8).getByRole('checkbox').check();
    await find.button('Insert').click();
  }, 'Method');

/** A panel on a document that cannot be edited. */
const onDocument = (document: string) => (stage: AuthorisationStage) => stage.freshPanel({ document });

const errors: PanelState[] = [
  {
    name: 'notConfigured',
    code: 'notConfigured',
    shows: 'The extension does not know your institution’s Calira client yet.',
    arrange: withConnection({ state: 'notConfigured' }),
  },
  {
    name: 'disconnected',
    code: 'disconnected',
    shows: 'Connect to Calira to insert your instrument bookings',
    arrange: disconnected,
  },
  {
    name: 'expired',
    code: 'expired',
    shows: 'Invalid Calira user or client token: your authorisation has expired.',
    arrange: listed(async (find, { sandbox: { control } }) => {
      control.setConsent('always');
      control.revokeRefreshTokens();
      control.expireAccessTokens();
      await find.rows.nth(8).getByRole('checkbox').check();
      await find.button('Refresh').click();
    }),
  },
  {
    name: 'accessDenied',
    code: 'accessDenied',
    shows: 'You did not authorise RSpace in Calira.',
    arrange: afterSignIn('accessDenied'),
  },
  {
    // Closed on purpose: nothing needs to be said.
    name: 'cancelled',
    code: 'cancelled',
    shows: 'Connect to Calira to insert your instrument bookings',
    arrange: disconnected,
  },
  {
    name: 'interrupted',
    code: 'interrupted',
    shows: 'Sign-in was interrupted.',
    arrange: afterSignIn('interrupted'),
  },
  {
    name: 'authPageFailed',
    code: 'authPageFailed',
    shows: 'Calira’s sign-in page could not be opened.',
    arrange: afterSignIn('authPageFailed'),
  },
  {
    name: 'forbidden',
    code: 'forbidden',
    shows: /Your Calira subscription does not include API access/,
    arrange: listed(async (find, { sandbox }) => {
      sandbox.control.subscription('none');
      await find.button('Refresh').click();
    }),
  },
  {
    name: 'noLabs',
    code: 'noLabs',
    shows: 'No lab is authorised.',
    arrange: listed(async (_, { own }) => {
      await own.evaluate(() =>
        chrome.runtime.sendMessage({ command: 'authoriseLabs', parameters: { ids: [] } }),
      );
    }),
  },
  { name: 'offline', code: 'offline', shows: 'Calira cannot be reached.', arrange: afterFault('reset') },
  {
    name: 'timeout',
    code: 'timeout',
    shows: 'Calira is slow to answer.',
    arrange: afterFault({ type: 'status', status: 408 }),
  },
  {
    name: 'unavailable',
    code: 'unavailable',
    shows: 'Calira is having trouble.',
    arrange: afterFault({ type: 'status', status: 503 }),
  },
  {
    name: 'rateLimited',
    code: 'rateLimited',
    shows: /Calira asks to wait\. Again in \d+ s\./,
    arrange: afterFault({ type: 'status', status: 429, retryAfter: 90 }),
  },
  {
    name: 'unexpectedAnswer',
    code: 'unexpectedAnswer',
    shows: 'Calira answered something unexpected.',
    arrange: afterFault('wrongShape'),
  },
  {
    name: 'notEditing',
    code: 'notEditing',
    shows: 'Open a text field for editing first (the pencil).',
    arrange: afterInsertion('insert', { refused: 'notEditing' }),
  },
  {
    name: 'lockedByOther',
    code: 'lockedByOther',
    shows: 'Someone else is editing this document.',
    arrange: (stage) => {
      stage.sandbox.control.otherUserTakesLock('128');
      return onDocument('128')(stage);
    },
  },
  {
    name: 'readOnly',
    code: 'readOnly',
    shows: 'You may only read this document.',
    arrange: onDocument('126'),
  },
  {
    name: 'signed',
    code: 'signed',
    shows: 'This document is signed and cannot be changed.',
    arrange: onDocument('125'),
  },
  {
    name: 'selectionChanged',
    code: 'selectionChanged',
    shows: 'The selected text is another one now; nothing was changed.',
    arrange: afterInsertion('insert', { refused: 'selectionChanged' }),
  },
  {
    name: 'fieldFull',
    code: 'fieldFull',
    shows: /^This field is full\./,
    arrange: afterInsertion('tables', {
      value: { field: { id: '1233', name: 'Method' }, bytes: 1_999_000, tables: [] },
    }),
  },
  {
    name: 'signedOut',
    code: 'signedOut',
    shows: /^RSpace has signed you out\./,
    arrange: listed(async (find, { sandbox }) => {
      sandbox.control.addFault({
        match: { server: 'rspace', path: /otherUserEditingRecord/ },
        times: 'always',
        kind: { type: 'status', status: 401 },
      });
      await find.rows.nth(8).getByRole('checkbox').check();
      await find.button('Insert').click();
    }, 'Method'),
  },
  {
    name: 'notOpened',
    code: 'notOpened',
    shows: 'RSpace did not open the text field; nothing was changed.',
    arrange: listed(async (find) => {
      await find.rows.nth(8).getByRole('checkbox').check();
      // RSpace's pencil has gone between the moment in which it was seen and the click.
      await find.page.evaluate(() => {
        for (const pencil of document.querySelectorAll('[id^="edit_"]')) pencil.remove();
      });
      await find.button('Open Method for editing').click();
    }),
  },
  {
    name: 'insertFailed',
    code: 'insertFailed',
    shows: 'The table could not be inserted; nothing was changed.',
    arrange: afterInsertion('insert', { refused: 'insertFailed' }),
  },
];

const others: PanelState[] = [
  {
    name: 'connecting',
    shows: 'Continue in the Calira window.',
    async arrange(stage) {
      const opened = await disconnected(stage);
      // Once its window is there, it can be closed afterwards: one that opens late would keep others from signing in.
      await caliraWindow(stage.context, () => opened.panel.button('Connect to Calira').click());
      await opened.page.bringToFront();
      return opened;
    },
  },
  {
    name: 'loading',
    shows: /bookings$/,
    arrange: listed(async (find, { sandbox }) => {
      const match = { path: '/v1/bookings', query: { page: '2' } };
      sandbox.control.addFault({ match, times: 'always', kind: 'hang' });
      await find.button('Refresh').click();
      await find.region.getByRole('progressbar', { name: 'Loading bookings' }).waitFor();
    }),
  },
  {
    name: 'partial',
    shows: /could not be loaded/,
    arrange: listed(async (find, { sandbox }) => {
      sandbox.control.addFault({
        match: { path: '/v1/bookings', query: { page: '2' } },
        times: 'always',
        kind: { type: 'status', status: 500 },
      });
      await find.button('Refresh').click();
    }),
  },
  {
    name: 'details-missing',
    shows: /the details of \d+ bookings could not be loaded/,
    arrange: listed(async (find, { sandbox }) => {
      const kind = { type: 'status', status: 404 } as const;
      sandbox.control.addFault({ match: { path: '/v1/bookings/:id' }, times: 'always', kind });
      await find.grid.evaluate((grid) => {
        grid.scrollTop = grid.scrollHeight;
      });
    }),
  },
  {
    name: 'insertion-incomplete',
    shows: /^\d+ bookings could not be loaded: .* and \d+ more$/,
    arrange: listed(async (find, { sandbox }) => {
      const kind = { type: 'status', status: 404 } as const;
      sandbox.control.addFault({ match: { path: '/v1/bookings/:id' }, times: 'always', kind });
      await find.choose('Equipment', 'spinning');
      await find.checkbox('Select all').check();
      await find.button('Insert').click();
    }, 'Method'),
  },
  {
    name: 'loading-details',
    shows: /^ · details \d+ of \d+$/,
    arrange: listed(async (find, { sandbox }) => {
      sandbox.control.addFault({ match: { path: '/v1/bookings/:id' }, times: 'always', kind: 'hang' });
      await find.grid.evaluate((grid) => {
        grid.scrollTop = grid.scrollHeight;
      });
      await find.region.getByRole('progressbar', { name: 'Loading details' }).waitFor();
    }),
  },
  {
    name: 'checking',
    shows: /^checked \d+ of \d+/,
    arrange: listed(async (find, { sandbox }) => {
      sandbox.control.setLatency(400, { path: '/v1/bookings/:id' });
      await find.checkbox('Maintenance only').check();
      await find.region.getByRole('progressbar', { name: 'Loading details' }).waitFor();
      await find.button('Stop').click();
    }),
  },
  {
    name: 'nothing-at-all',
    shows: 'There are no bookings in the authorised labs.',
    async arrange(stage) {
      const opened = await stage.freshPanel();
      stage.sandbox.control.seedData({ bookings: 0 });
      await opened.panel.button('Refresh').click();
      return opened;
    },
  },
  {
    name: 'nothing-matches',
    shows: 'Nothing matches “zyx”.',
    arrange: listed((find) => find.search.fill('zyx')),
  },
  {
    name: 'nothing-on-these-days',
    shows: 'There are no bookings on these days.',
    arrange: listed(async (find) => {
      await find.region.getByRole('textbox', { name: 'To' }).fill('2019-01-01');
      await find.page.keyboard.press('Enter');
    }),
  },
  {
    name: 'searched',
    shows: /^\d+ of \d+ bookings$/,
    arrange: listed(async (find) => {
      await find.search.fill('conf ada');
      await find.region.getByText(/^checked/).waitFor({ state: 'detached' });
      await find.rows.nth(2).getByRole('checkbox').check();
    }),
  },
  {
    name: 'filtered',
    shows: /, 2 filters$/,
    arrange: listed(async (find) => {
      await find.choose('Lab', 'cyto');
      await find.combobox('Period').selectOption('Last 30 days');
    }),
  },
  {
    name: 'expanded',
    shows: 'Booking 4980109 in Calira',
    arrange: listed(async (find) => {
      await find.search.fill('4980109');
      await find.button('Details of booking 4980109').click();
    }),
  },
  {
    name: 'options',
    shows: 'Cytometry',
    arrange: listed(async (find) => {
      await find.combobox('Lab').click();
      await find.page.keyboard.press('ArrowDown');
    }),
  },
  {
    name: 'equipment',
    shows: /pieces of equipment$/,
    arrange: listed((find) => find.view('Booked equipment').check()),
  },
  {
    name: 'columns',
    shows: '8 columns: above 7, RSpace’s PDF export becomes hard to read.',
    arrange: listed(async (find) => {
      await find.button('Columns').click();
      await find.region.getByRole('checkbox', { name: 'Lab', exact: true }).check();
    }),
  },
  {
    name: 'insert-as',
    shows: 'In the running text, at the caret',
    arrange: listed((find) => find.button('Insert as').click()),
  },
  {
    name: 'update',
    shows: /^1 booking has changed in Calira\./,
    arrange: listed((find, { sandbox }) => updateInserted(find, sandbox), 'Method'),
  },
];

export const states: readonly PanelState[] = [...errors, ...others];

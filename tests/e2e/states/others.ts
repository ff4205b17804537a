/** Every empty, loading and partial state of a panel. */
import { caliraWindow } from '../support/calira-window.ts';
import type { PanelState } from './arrange.ts';
import { disconnected, listed, updateInserted } from './arrange.ts';

export const others: PanelState[] = [
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

/** Every empty, loading and partial state of a panel. */
import { caliraWindow } from '../support/calira-window.ts';
import type { FindPanel } from '../support/find-panel.ts';
import type { PanelState } from './arrange.ts';
import { updateInserted } from './arrange.ts';

const details = { path: '/v1/bookings/:id' };
const secondPage = { path: '/v1/bookings', query: { page: '2' } };
const notFound = { type: 'status', status: 404 } as const;

const scrollToEnd = ({ grid }: FindPanel) =>
  grid.evaluate((list) => {
    list.scrollTop = list.scrollHeight;
  });

export const others: PanelState[] = [
  {
    name: 'connecting',
    shows: 'Continue in the Calira window.',
    connected: false,
    async act(find, { context }) {
      // Once its window is there, it can be closed afterwards: one that opens late would keep others from signing in.
      await caliraWindow(context, () => find.button('Connect to Calira').click());
      await find.page.bringToFront();
    },
  },
  {
    name: 'loading',
    // For eyes, and for screen readers, which hear of the loading once.
    shows: /^Loading bookings\d+( of \d+)? bookings$/,
    async act(find, { sandbox }) {
      sandbox.control.addFault({ match: secondPage, times: 'always', kind: 'hang' });
      await find.button('Refresh').click();
    },
  },
  {
    name: 'partial',
    on: 'unavailable',
    shows: /bookings · \d+ bookings could not be loaded/,
    async act(find, { sandbox }) {
      const kind = { type: 'status', status: 500 } as const;
      sandbox.control.addFault({ match: secondPage, times: 'always', kind });
      await find.button('Refresh').click();
    },
  },
  {
    name: 'details-missing',
    shows: /the details of \d+ bookings could not be loaded/,
    async act(find, { sandbox }) {
      sandbox.control.addFault({ match: details, times: 'always', kind: notFound });
      await scrollToEnd(find);
    },
  },
  {
    name: 'insertion-incomplete',
    on: 'details-missing',
    shows: /^\d+ bookings could not be loaded: .* and \d+ more$/,
    field: 'Method',
    async act(find, { sandbox }) {
      sandbox.control.addFault({ match: details, times: 'always', kind: notFound });
      await find.choose('Equipment', 'spinning');
      await find.checkbox('Select all').check();
      await find.button('Insert').click();
    },
  },
  {
    name: 'loading-details',
    shows: /^· details \d+ of \d+$/,
    async act(find, { sandbox }) {
      sandbox.control.addFault({ match: details, times: 'always', kind: 'hang' });
      await scrollToEnd(find);
    },
  },
  {
    name: 'checking',
    shows: /^checked \d+ of \d+/,
    async act(find, { sandbox }) {
      sandbox.control.setLatency(400, details);
      await find.checkbox('Maintenance only').check();
      await find.region.getByRole('progressbar', { name: 'Loading details' }).waitFor();
      await find.button('Stop').click();
    },
  },
  {
    name: 'nothing-at-all',
    shows: 'There are no bookings in the authorised labs.',
    async act(find, { sandbox }) {
      sandbox.control.seedData({ bookings: 0 });
      await find.button('Refresh').click();
    },
  },
  {
    name: 'nothing-matches',
    shows: 'Nothing matches “zyx”.',
    act: (find) => find.search.fill('zyx'),
  },
  {
    name: 'nothing-on-these-days',
    shows: 'There are no bookings on these days.',
    async act(find) {
      await find.region.getByRole('textbox', { name: 'To' }).fill('2019-01-01');
      await find.page.keyboard.press('Enter');
    },
  },
  {
    name: 'searched',
    // Three words that this one booking has together.
    shows: /^1 of \d+ bookings$/,
    async act(find, { sandbox }) {
      const { id } = sandbox.control.specimen('goingOn');
      await find.search.fill(`microscope byron ${id}`);
      await find.panel.booking(id).check();
    },
  },
  {
    name: 'filtered',
    shows: /, 2 filters$/,
    async act(find) {
      await find.choose('Lab', 'cyto');
      await find.combobox('Period').selectOption('Last 30 days');
    },
  },
  {
    name: 'expanded',
    on: 'searched',
    shows: 'Booking 4980109 in Calira',
    async act(find) {
      await find.search.fill('4980109');
      await find.button('Details of booking 4980109').click();
    },
  },
  {
    name: 'options',
    closedByResizing: true,
    shows: 'Cytometry',
    async act(find) {
      await find.combobox('Lab').click();
      await find.page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'equipment',
    shows: /^\d+ pieces of equipment$/,
    act: (find) => find.view('Booked equipment').check(),
  },
  {
    name: 'columns',
    shows: '8 columns: above 7, RSpace’s PDF export becomes hard to read.',
    async act(find) {
      await find.button('Columns').click();
      await find.region.getByRole('checkbox', { name: 'Lab', exact: true }).check();
    },
  },
  {
    name: 'insert-as',
    shows: 'In the running text, at the caret',
    act: (find) => find.button('Insert as').click(),
  },
  {
    name: 'update',
    shows: /^1 booking has changed in Calira\./,
    field: 'Method',
    act: updateInserted,
  },
];

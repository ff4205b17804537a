/**
 * What the popup, the options and the welcome page can look like, besides what other tests look at on their way: the
 * labs (`popup-labs.test.ts`), what is missing (`popup.test.ts`) and an institution's policy (`policy.test.ts`).
 */
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Connection } from '../../utils/calira/connection.ts';
import type { ErrorCode } from '../../utils/messages/failure.ts';
import { writeSettingsFile } from '../../utils/settings/settings-file.ts';
import { connect } from '../sandbox/connect.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { caliraWindow } from './support/calira-window.ts';
import type { Shown } from './support/shown-text.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

export interface SurfaceState {
  name: string;
  surface: 'popup' | 'options' | 'welcome';
  /** The text of an element that is on screen in this state, and in no other one of the same page. */
  shows: Shown;
  /** The state in which this one is brought about, and whose text stays on screen. */
  on?: string;
  /** Whether it is one of the connection's: it leaves nothing on the page once the extension is disconnected. */
  isOfConnection?: true;
  /** What is done before the page is opened. The extension is configured and not connected. */
  before?(stage: AuthorisationStage): Promise<unknown>;
  /** Of the popup: the address of the page that it is opened on. */
  site?: string;
  /** What is done on the page. */
  act?(page: Page, stage: AuthorisationStage): Promise<unknown>;
}

/** The page hears of another state of the connection. */
const withConnection =
  (connection: Connection) =>
  async (page: Page, { own }: AuthorisationStage) => {
    // Where this button is, the background has no other news to tell.
    await page.getByRole('button', { name: 'Connect to Calira' }).waitFor();
    await own.evaluate((value) => chrome.storage.local.set({ connection: value }), connection);
  };

const withoutClient = ({ own }: AuthorisationStage) =>
  own.evaluate(async () => {
    const { calira } = await chrome.storage.local.get<{ calira: object }>('calira');
    await chrome.storage.local.set({ calira: { ...calira, clientId: '' } });
  });

/** The window is there, so that it can be closed afterwards: a browser with one that opens late begins no other sign-in. */
async function connecting(page: Page, { context }: AuthorisationStage): Promise<void> {
  await caliraWindow(context, () => press('Connect to Calira')(page));
}

/** Presses *Connect to Calira*; Calira skips its page for who has authorised before. */
async function connected(page: Page, { sandbox }: AuthorisationStage): Promise<void> {
  await connect(sandbox, { client: 'public', labs: [1207, 1208] });
  sandbox.control.setConsent('skip');
  await page.getByRole('button', { name: 'Connect to Calira' }).click();
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

const entered = (field: string, text: string, button?: string) => async (page: Page) => {
  await page.getByRole('textbox', { name: field }).fill(text);
  if (button) await press(button)(page);
};

const settingsFile = writeSettingsFile({
  calira: { clientId: 'one', webUrl: 'https://calira.example/', apiUrl: 'https://calira.example/v1/' },
  rspaceUrls: ['https://rspace.example.ac.uk/'],
  columns: null,
  form: 'table',
  documentLanguage: 'nb',
  stayConnected: true,
});

/** Chooses a file in the dialog of *Import settings*. */
const imported = (text: string) => async (page: Page) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Import settings')(page)]);
  await chooser.setFiles({ name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(text) });
};

/** How an attempt to sign in may end. */
const failures = (
  [
    ['accessDenied', 'You did not authorise RSpace in Calira.'],
    ['interrupted', 'Sign-in was interrupted.'],
    ['authPageFailed', 'Calira’s sign-in page could not be opened.'],
    ['offline', 'Calira cannot be reached.'],
    ['forbidden', /Your Calira subscription does not include API access/],
  ] satisfies [ErrorCode, string | RegExp][]
).map(([code, shows]) => ({
  name: code,
  shows,
  isOfConnection: true as const,
  act: withConnection({ state: 'disconnected', failure: { code } }),
}));

type State = Omit<SurfaceState, 'surface'>;

const ofEveryConnection: State[] = [
  {
    name: 'not-configured',
    shows: /does not know your institution’s Calira client yet/,
    before: withoutClient,
  },
  {
    name: 'connecting',
    shows: 'Continue in the Calira window.',
    isOfConnection: true,
    act: connecting,
  },
  { name: 'connected', shows: 'Connected', isOfConnection: true, act: connected },
  ...failures,
];

const popup: State[] = [
  ...ofEveryConnection,
  { name: 'disconnected', shows: 'Connect to Calira to see your bookings.', isOfConnection: true },
  {
    name: 'expired',
    shows: 'Invalid Calira user or client token: your authorisation has expired.',
    isOfConnection: true,
    act: withConnection({ state: 'expired', since: 0 }),
  },
  {
    name: 'insecure-site',
    on: 'disconnected',
    shows: /is not reached over https/,
    site: 'http://rspace-of-a-rather-long-name.example.ac.uk/',
  },
  {
    name: 'site-to-enable',
    on: 'disconnected',
    shows: 'Enable on rspace-of-a-rather-long-name.example.ac.uk',
    site: 'https://rspace-of-a-rather-long-name.example.ac.uk/workspace',
  },
  {
    name: 'help',
    on: 'disconnected',
    shows: /Connect to see your labs here/,
    act: async (page) => {
      await press('Something missing?')(page);
      for (const question of ['The panel is not there', 'Bookings from a lab are missing'])
        await press(question)(page);
    },
  },
];

const welcome: State[] = [
  ...ofEveryConnection,
  {
    name: 'expired',
    shows: /your authorisation has expired/,
    isOfConnection: true,
    act: withConnection({ state: 'expired', since: 0 }),
  },
];

const options: State[] = [
  { name: 'not-configured', shows: 'Client ID: “”', before: withoutClient },
  { name: 'saved', shows: /^Client ID.*Saved$/, act: entered('Client ID', 'another') },
  { name: 'secret', shows: 'A secret is stored.', act: entered('Client secret', 'a secret') },
  {
    name: 'not-https',
    shows: /^Calira API address.*Not saved\. The address must begin with https/,
    act: entered('Calira API address', 'http://c.example/'),
  },
  {
    name: 'no-address',
    shows: /^Not saved\. Enter an address/,
    act: entered('Calira API address', 'https://'),
  },
  {
    name: 'out-of-reach',
    shows: /may not reach calira-of-a-rather-long-name/,
    act: entered('Calira web address', 'https://calira-of-a-rather-long-name.example.ac.uk/'),
  },
  { name: 'test-good', shows: 'Calira knows this client.', act: press('Test connection') },
  {
    name: 'test-asking',
    shows: 'Asking Calira…',
    before: async ({ sandbox }) =>
      sandbox.control.addFault({ match: { path: '/oauth/token' }, times: 'always', kind: 'hang' }),
    act: press('Test connection'),
  },
  {
    name: 'test-bad',
    shows: /^127\.0\.0\.1:9 cannot be reached\./,
    act: entered('Calira web address', 'http://127.0.0.1:9/', 'Test connection'),
  },
  {
    name: 'test-unsaved',
    shows: /^Nothing was tested/,
    act: entered('Calira web address', 'http://calira.example/', 'Test connection'),
  },
  {
    name: 'server-known',
    shows: '127.0.0.1 is on the list already.',
    act: entered('RSpace address', 'http://127.0.0.1/', 'Add'),
  },
  {
    name: 'server-not-https',
    shows: /^RSpace address.*Not saved\. The address must begin with https/,
    act: entered('RSpace address', 'http://r.example/', 'Add'),
  },
  { name: 'server-removed', shows: '127.0.0.1 is removed.', act: press('Remove 127.0.0.1') },
  {
    name: 'columns-many',
    shows: /^8 columns: above 7/,
    act: (page) => page.getByRole('checkbox', { name: 'Lab', exact: true }).check(),
  },
  { name: 'exported', shows: 'The file is among your downloads.', act: press('Export settings') },
  { name: 'imported', shows: /^The settings are imported\./, act: imported(settingsFile) },
  { name: 'not-settings', shows: /^This is not a file with settings/, act: imported('{}') },
  {
    name: 'report-copied',
    shows: 'The report is on the clipboard.',
    before: ({ context }) => context.grantPermissions(['clipboard-write']),
    act: press('Copy diagnostic report'),
  },
];

const on = (surface: SurfaceState['surface'], states: readonly State[]) =>
  states.map((state): SurfaceState => ({ ...state, surface }));

export const surfaceStates: readonly SurfaceState[] = [
  ...on('popup', popup),
  ...on('options', options),
  ...on('welcome', welcome),
];

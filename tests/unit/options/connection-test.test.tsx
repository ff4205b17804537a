// @vitest-environment happy-dom
/** What the options page says of what *Test connection* has found. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { CaliraModel } from '../../../components/options/calira-model.ts';
import { ConnectionTest } from '../../../components/options/connection-test.tsx';
import { createConnectionTest } from '../../../components/options/connection-test-model.ts';
import type { ApiReport, ConnectionReport, WebReport } from '../../../utils/calira/connection-report.ts';
import { speakEnglish } from '../support/english.ts';
import { resetExtension } from '../support/fake-extension.ts';

const redirectUrl = 'https://extension.example/';
const place = document.createElement('div');

beforeEach(() => {
  resetExtension();
  speakEnglish();
});
afterEach(() => render(null, place));

/** Tests the connection, of which the background tells this. */
async function tell(report: ConnectionReport): Promise<void> {
  Object.assign(browser.runtime, { sendMessage: async () => ({ ok: true, value: report }) });
  const connectionTest = createConnectionTest(signal(''), async () => true);
  const fields = {
    webUrl: { text: signal('https://calira.example:8443/') },
    apiUrl: { text: signal('https://api.calira.example/v1/') },
  };
  const model = { connectionTest, fields } as unknown as CaliraModel;
  render(<ConnectionTest model={model} redirectUrl={redirectUrl} />, place);
  await connectionTest.test();
  await vi.waitFor(() => expect(place.querySelectorAll('.report')).toHaveLength(2));
}

/** The two lines that tell what was found: of the web address, and of the API. */
const lines = () => [...place.querySelectorAll('.report')].map((line) => line.textContent?.trim());

const ofEither = (host: string): [ApiReport & WebReport, string][] => [
  [{ kind: 'notCalira' }, `${host} answers, but not as Calira does. Is the address right?`],
  [{ kind: 'troubled', status: 503 }, `${host} is having trouble (HTTP 503). Try again later.`],
  [{ kind: 'noAccess' }, `The extension may not reach ${host} yet. Allow it above.`],
];

test.each(ofEither('calira.example:8443'))('the web address: $kind', async (web, sentence) => {
  await tell({ web, api: { kind: 'reached' } });
  expect(lines()).toEqual([sentence, 'Calira’s API answers.']);
});

test.each(ofEither('api.calira.example'))('the API address: $kind', async (api, sentence) => {
  await tell({ web: { kind: 'clientKnown' }, api });
  expect(lines()).toEqual(['Calira knows this client.', sentence]);
});

test.each<[WebReport, string | RegExp]>([
  [{ kind: 'noClient' }, 'Calira answers. Enter the client ID that your institution has from Calira.'],
  [
    { kind: 'clientRefused', withSecret: false },
    /^Calira does not know this client ID\. Or .* needs its secret\.$/,
  ],
  [
    { kind: 'clientRefused', withSecret: true },
    'Calira does not know this client ID, or the secret is wrong.',
  ],
])('the client: $kind', async (web, sentence) => {
  await tell({ web, api: { kind: 'reached' } });
  expect(lines()[0]).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
});

test('an address that cannot be reached can be opened in a tab', async () => {
  await tell({ web: { kind: 'unreachable' }, api: { kind: 'reached' } });
  expect(lines()[0]).toMatch(/^calira\.example:8443 cannot be reached\./);
  const link = place.querySelector('a');
  expect([link?.textContent, link?.getAttribute('href')]).toEqual([
    'Open calira.example:8443 in a tab',
    'https://calira.example:8443/',
  ]);
});

test('what only connecting can show is said where all is well, and nowhere else', async () => {
  const rest = 'The redirect URL and the scopes are checked when somebody connects.';
  await tell({ web: { kind: 'clientKnown' }, api: { kind: 'notCalira' } });
  expect(place.textContent).not.toContain(rest);
  await tell({ web: { kind: 'clientKnown' }, api: { kind: 'reached' } });
  expect(place.textContent).toContain(rest);
  expect(place.textContent).toContain(redirectUrl);
});

/**
 * In a Firefox as an institution in Norway sets it up: with a policy, and in Norwegian, which Firefox calls `nb-NO`. Both
 * are only read when it starts.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { norwegian } from '../../utils/rspace/output/words/norwegian.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { caliraOptions } from '../setup/stored-state.ts';
import { byRole, click, entryOf, waitForText } from './support/by-role.ts';
import type { Firefox } from './support/firefox.ts';
import { built, startFirefox, takePicture } from './support/firefox.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const browser: typeof extensionApi;

/** Where Firefox on Linux looks for an administrator's policies. */
const policies = '/etc/firefox/policies';

/** Under an id of its own, since a policy reaches every Firefox of this computer. */
const id = 'calira-bookings-policy-test@example.org';
const policy = {
  clientId: 'the client of the institution',
  welcomePage: false,
  columns: ['start', 'equipment'],
};

const opened = new AsyncDisposableStack();
let sandbox: Sandbox;
let firefox: Firefox;
beforeAll(async () => {
  sandbox = await startSandbox();
  opened.defer(() => sandbox.close());
  const folder = await mkdtemp(join(tmpdir(), 'calira-extension-'));
  opened.defer(() => rm(folder, { recursive: true }));
  await cp(built, folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  manifest.browser_specific_settings.gecko.id = id;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  opened.defer(await placePolicy({ '3rdparty': { Extensions: { [id]: policy } } }));
  firefox = await startFirefox({ language: 'nb-NO', extension: { folder, id }, welcome: 'none' });
  opened.use(firefox);
});
afterAll(() => opened.disposeAsync());

test('what the institution’s policy sets is in force, and cannot be changed', async () => {
  const options = await firefox.openOwn('options.html');
  await waitForText(options, 'Institusjonen din har bestemt noen av disse innstillingene.');
  expect(await entryOf(options, 'Klient-ID')).toBe(policy.clientId);
  const field = await byRole(options, 'textbox', 'Klient-ID');
  expect(await field.evaluate((input) => (input as HTMLInputElement).readOnly)).toBe(true);
  const notes = await byRole(options, 'checkbox', norwegian.columns.notes);
  expect(await notes.evaluate((box) => box.matches(':disabled:not(:checked)'))).toBe(true);
  await takePicture(options, 'policy');
  const opened = await Promise.all(
    (await firefox.browser.pages()).map((page) => page.evaluate(() => location.pathname)),
  );
  expect(opened).not.toContain('/welcome.html');
});

test('the pages, the panel and the columns are in Norwegian', async () => {
  const options = await firefox.openOwn('options.html');
  expect(await options.title()).toBe('Innstillinger: Calira-reservasjoner for RSpace');
  expect(await options.evaluate(() => document.documentElement.lang)).toBe('nb');
  await byRole(options, 'checkbox', norwegian.columns.bookedBy);
  await takePicture(options, 'norwegian');
  await options.evaluate(
    (calira) => browser.storage.local.set({ calira, rspaceSites: ['http://127.0.0.1/*'] }),
    caliraOptions(sandbox, 'public'),
  );
  const page = await firefox.openTab(`${sandbox.rspaceUrl}workspace/editor/structuredDocument/123`);
  await click(page, 'button', 'Sett inn Calira-reservasjon');
  await byRole(page, 'region', 'Calira-reservasjoner');
  await byRole(page, 'button', 'Koble til Calira');
  await waitForText(
    page,
    'Koble til Calira for å sette inn instrumentreservasjonene dine i dette dokumentet.',
  );
  await takePicture(page, 'panel-norwegian');
});

/** Places a policy in the one file that Firefox knows. @returns what puts back the file that was there. */
async function placePolicy(wanted: object): Promise<() => Promise<void>> {
  const file = join(policies, 'policies.json');
  const before = await readFile(file, 'utf8').catch(() => null);
  try {
    await mkdir(policies, { recursive: true });
    await writeFile(file, JSON.stringify({ policies: wanted }));
  } catch (cause) {
    throw new Error(`This test places a policy in ${policies}: run it as a user who may write there.`, {
      cause,
    });
  }
  return () => (before === null ? rm(file) : writeFile(file, before));
}

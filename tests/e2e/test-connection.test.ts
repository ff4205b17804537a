/**
 * *Test connection* on the options page: the way through. What each fault is found to be, and the words for it, are in the
 * unit tests of `calira/test-connection-faults` and `options/connection-test`.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EXTENSION_REDIRECT_URIS } from '../sandbox/redirect-uris.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const picture = stepPictures('test-connection');
const token = { path: '/oauth/token' };
const accounts = { path: '/v1/accounts' };
const known = 'Calira knows this client.';
const reached = 'Calira’s API answers.';

let stage: AuthorisationStage;
let options: Page;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.freshStart();
  options = await openOptions();
});

async function openOptions(): Promise<Page> {
  const page = await stage.context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  return page;
}

async function enter(field: string, text: string): Promise<void> {
  await options.getByRole('textbox', { name: field }).fill(text);
}

/** Presses the button. @returns the two lines that tell what was found: of the web address, and of the API. */
async function found(): Promise<string[]> {
  await options.getByRole('button', { name: 'Test connection' }).click();
  const lines = options.locator('.connection-report .report');
  await expect.poll(() => lines.count()).toBe(2);
  return lines.allInnerTexts();
}

const host = () => new URL(stage.sandbox.caliraWebUrl).host;

test('a client that Calira knows: what only connecting can show is said, with the redirect URL to register', async () => {
  expect(await found()).toEqual([known, reached]);
  const url = EXTENSION_REDIRECT_URIS[0] ?? '';
  await options.getByText('The redirect URL and the scopes are checked when somebody connects.').waitFor();
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copy = options.getByRole('button', { name: 'Copy', description: /Exactly this redirect URL/ });
  await copy.click();
  await options.getByText('Copied', { exact: true }).waitFor();
  expect(await options.evaluate(() => navigator.clipboard.readText())).toBe(url);
  await copy.scrollIntoViewIfNeeded();
  await picture(options, 'good');
});

test('a client that is missing, unknown, or confidential, and what was found goes when another one is entered', async () => {
  await enter('Client ID', '');
  expect(await found()).toEqual([
    'Calira answers. Enter the client ID that your institution has from Calira.',
    reached,
  ]);
  await enter('Client ID', 'somebody-else');
  await expect.poll(() => options.locator('.report').count()).toBe(0);
  const [web] = await found();
  expect(web).toMatch(/^Calira does not know this client ID\. Or the application is confidential/);
  await picture(options, 'unknown-client');

  const { id, secret } = stage.sandbox.clients.confidential;
  await enter('Client ID', id);
  expect((await found())[0]).toMatch(/needs its secret\.$/);
  await enter('Client secret', 'wrong');
  expect((await found())[0]).toBe('Calira does not know this client ID, or the secret is wrong.');
  await enter('Client secret', secret);
  expect(await found()).toEqual([known, reached]);
});

test('the button does not move under the pointer when a secret has been stored', async () => {
  const place = () => options.getByRole('button', { name: 'Test connection' }).boundingBox();
  const before = await place();
  await enter('Client secret', 'secret');
  await options.getByText('A secret is stored.').waitFor();
  expect(await place()).toEqual(before);
  await picture(options, 'secret-stored');
});

test('addresses that lead elsewhere, cannot be reached, used or asked', async () => {
  const { control } = stage.sandbox;
  // A redirect that is not followed shows its status to no page of a browser, unlike elsewhere.
  const faults = [token, accounts].map((match) =>
    control.addFault({ match, kind: 'redirect', times: 'always' }),
  );
  const notCalira = `${host()} answers, but not as Calira does. Is the address right?`;
  expect(await found()).toEqual([notCalira, notCalira]);
  for (const fault of faults) fault.remove();

  // A port on which nothing listens.
  await enter('Calira web address', 'http://127.0.0.1:9');
  const [web, api] = await found();
  expect(web).toMatch(/^127\.0\.0\.1:9 cannot be reached\./);
  expect(api).toBe(reached);
  const link = options.getByRole('link', { name: 'Open 127.0.0.1:9 in a tab' });
  expect(await link.getAttribute('href')).toBe('http://127.0.0.1:9/');
  await link.scrollIntoViewIfNeeded();
  await picture(options, 'unreachable');

  // An address that cannot be used is not tested, nor is another in its place.
  await enter('Calira web address', 'http://calira.example/');
  control.clearRequests();
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByText('Nothing was tested, since what a field says cannot be used.').waitFor();
  expect(control.countRequests(token)).toBe(0);
  await enter('Calira web address', stage.sandbox.caliraWebUrl);
  expect(await found()).toEqual([known, reached]);

  await enter('Calira API address', 'https://api.example.org/v1/');
  expect((await found())[1]).toBe('The extension may not reach api.example.org yet. Allow it above.');
  await options.getByRole('button', { name: 'Allow access to api.example.org' }).waitFor();
  await picture(options, 'no-access');
});

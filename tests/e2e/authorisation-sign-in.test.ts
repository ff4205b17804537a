/** Interactive sign-in: every way in which it may end, none of them in a spinner, and never two at a time. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { DOCUMENT_IDS } from '../sandbox/rspace/seeded-documents.ts';
import type { FaultKind } from '../sandbox/traffic/fault.ts';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { connectionOf } from './support/authorisation-stage.ts';
import { authorise, caliraWindow } from './support/calira-window.ts';
import { extensionId } from './support/chromium.ts';
import { someLabs } from './support/main-job.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const authorizePage = { path: '/oauth/authorize' };
const picture = stepPictures('authorisation-sign-in');
const signingIn = 'Continue in the Calira window.';

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.freshStart());

const openWindow = ({ panel }: OpenPanel, button: string): Promise<Page> =>
  caliraWindow(stage.context, () => panel.button(button).click());

/** The panel says so, offers another attempt, and does not wait for anything. */
async function expectTold({ panel, page }: OpenPanel, sentence: string, code: string): Promise<void> {
  await panel.region.getByRole('alert').getByText(sentence).waitFor();
  await panel.button('Try again').waitFor();
  expect(await panel.region.getByText(signingIn).count()).toBe(0);
  expect(await connectionOf(stage.own)).toMatchObject({ state: 'disconnected', failure: { code } });
  await picture(page, code);
}

test('before anybody is connected, the set-up opens a text field too, and says why where it cannot', async () => {
  const { page, panel } = await stage.openPanel();
  const setUp = panel.region.getByRole('region', { name: 'Set-up' });
  const field = setUp.getByRole('listitem').last();
  await expect.poll(() => field.innerText()).toMatch(/^To do:\s+A text field open for editing/);
  await picture(page, 'set-up');
  await field.getByRole('button', { name: 'Open Method for editing' }).click();
  await expect.poll(() => field.innerText()).toMatch(/^Done:\s+A text field open for editing$/);
  await picture(page, 'set-up-field-open');
  await page.close();

  const signed = await stage.openPanel(undefined, DOCUMENT_IDS.signed);
  const last = signed.panel.region.getByRole('region', { name: 'Set-up' }).getByRole('listitem').last();
  await last.getByText('This document is signed and cannot be changed.').waitFor();
  expect(await last.getByRole('button').count()).toBe(0);
});

/** … and that attempt succeeds. */
async function expectNextSucceeds(document: OpenPanel): Promise<void> {
  const window = await openWindow(document, 'Try again');
  await authorise(window, someLabs);
  await document.panel.loaded();
}

test('a window that is closed on purpose needs no words', async () => {
  const document = await stage.openPanel();
  await picture(document.page, 'disconnected');
  const window = await openWindow(document, 'Connect to Calira');
  await document.panel.region.getByText(signingIn).waitFor();
  await picture(document.page, 'connecting');
  await window.close();
  await document.panel.button('Connect to Calira').waitFor();
  expect(await document.panel.region.getByRole('alert').count()).toBe(0);
  expect(await connectionOf(stage.own)).toEqual({ state: 'disconnected' });
});

test('denied', async () => {
  const document = await stage.openPanel();
  const window = await openWindow(document, 'Connect to Calira');
  await window.getByRole('button', { name: 'Deny' }).click();
  await expectTold(document, 'You did not authorise RSpace in Calira.', 'accessDenied');
  await expectNextSucceeds(document);
});

/** How the latest attempt ended is forgotten: what the next one comes to is told anew. */
async function forgetEnd({ panel }: OpenPanel): Promise<void> {
  await stage.own.evaluate(() => chrome.storage.local.set({ connection: { state: 'disconnected' } }));
  await panel.button('Connect to Calira').waitFor();
  expect(await panel.region.getByRole('alert').count()).toBe(0);
}

test('Calira’s page cannot be opened: 500, 500 in the window alone, no answer, no connection', async () => {
  const { control } = stage.sandbox;
  const document = await stage.openPanel();
  const told = () => expectTold(document, 'Calira’s sign-in page could not be opened.', 'authPageFailed');
  const connect = () => document.panel.button('Connect to Calira').click();
  const fault = (kind: FaultKind) => control.addFault({ match: authorizePage, times: 'always', kind });

  const failing = fault({ type: 'status', status: 500 });
  await connect();
  await told();
  expect(failing.struck()).toBe(1);
  await forgetEnd(document);

  // The latest fault strikes first: the extension's own look at the page finds nothing wrong.
  control.addFault({ match: authorizePage, kind: { type: 'headers', headers: {} } });
  await connect();
  await told();
  expect(failing.struck()).toBeGreaterThanOrEqual(2);
  failing.remove();
  await forgetEnd(document);

  // Told after ten seconds, before any window opens.
  const hanging = fault('hang');
  const before = stage.context.pages().length;
  await connect();
  await told();
  expect(stage.context.pages()).toHaveLength(before);
  expect(hanging.struck()).toBe(1);
  hanging.remove();
  await forgetEnd(document);

  const refused = await control.refuseConnections('calira');
  await connect();
  await told().finally(refused.restore);
  await expectNextSucceeds(document);
});

test('Calira leads back with something else: an error, a wrong state, none, an unknown code', async () => {
  const redirect = `https://${extensionId}.chromiumapp.org/`;
  const queries: ((state: string) => Record<string, string>)[] = [
    (state) => ({ error: 'server_error', state }),
    () => ({ code: 'abc', state: 'wrong' }),
    () => ({ code: 'abc' }),
    (state) => ({ code: 'abc', state }),
  ];
  const document = await stage.openPanel();
  for (const query of queries) {
    await forgetEnd(document);
    const window = await openWindow(document, 'Connect to Calira');
    const state = new URL(window.url()).searchParams.get('state') ?? '';
    stage.sandbox.control.addFault({
      match: { ...authorizePage, method: 'POST' },
      kind: {
        type: 'status',
        status: 302,
        headers: { Location: `${redirect}?${new URLSearchParams(query(state))}` },
      },
    });
    await window.getByRole('button', { name: 'Authorise' }).click();
    await expectTold(document, 'Calira answered something unexpected.', 'unexpectedAnswer');
  }
});

describe('one flow at a time', () => {
  test('a second click, wherever it is made, joins the first', async () => {
    const document = await stage.openPanel();
    const other = await stage.openPanel();
    const window = await openWindow(document, 'Connect to Calira');
    await other.panel.region.getByText(signingIn).waitFor();
    const joined = stage.own.evaluate(() =>
      chrome.runtime.sendMessage({ command: 'connect', parameters: {} }),
    );
    await authorise(window, someLabs);
    expect(await joined).toMatchObject({ ok: true });
    await Promise.all([document.panel.loaded(), other.panel.loaded()]);
    expect(stage.sandbox.control.countRequests({ grantType: 'authorization_code' })).toBe(1);
  });

  test('the popup may close as soon as the window opens', async () => {
    const document = await stage.openPanel();
    const popup = await stage.popup();
    const window = await caliraWindow(stage.context, () =>
      popup.getByRole('button', { name: 'Connect to Calira' }).click(),
    );
    await popup.close();
    await authorise(window, someLabs);
    await document.panel.loaded();
  });
});

describe('a worker that is stopped during a sign-in', () => {
  test('interrupted; finish or close the Calira window; then it works', async () => {
    const document = await stage.openPanel();
    const window = await openWindow(document, 'Connect to Calira');
    await stage.stopWorker();
    await expectTold(document, 'Sign-in was interrupted.', 'interrupted');
    await document.panel.button('Try again').click();
    await expectTold(document, 'Finish or close the Calira window first.', 'interrupted');
    await picture(document.page, 'window-still-open');
    // Finished there, it reaches nobody any more; the next attempt opens a window of its own.
    await window.getByRole('button', { name: 'Deny' }).click();
    await expectNextSucceeds(document);
  });

  test('a popup tells it as well, even where nobody else asks', async () => {
    const popup = await stage.popup();
    await caliraWindow(stage.context, () => popup.getByRole('button', { name: 'Connect to Calira' }).click());
    await popup.getByText(signingIn).waitFor();
    await stage.stopWorker();
    await popup.getByRole('alert').getByText('Sign-in was interrupted.').waitFor();
    await popup.getByRole('button', { name: 'Try again' }).waitFor();
    await picture(popup, 'popup-interrupted');
  });
});

/** What goes wrong while the panel is open: it says so, and goes on without a reload; nothing is lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { usualPatience } from '../../utils/calira/client.ts';
import type { FaultKind } from '../sandbox/traffic/fault.ts';
import { atWork } from './support/at-work.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { connectionOf, storedSecrets } from './support/authorisation-stage.ts';
import { installTestEditor, look, write } from './support/editor.ts';
import { chooseAtOnce } from './support/save-menu.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.leave();
  for (const id of ['123', '127']) stage.sandbox.control.releaseLock(id);
});

const list = { path: '/v1/bookings' };

const working = async () => atWork(stage, await stage.freshPanel({ field: 'Method' }));

describe('the list cannot be read', () => {
  const status = (code: number): FaultKind => ({ type: 'status', status: code });
  /**
   * Chromium itself sends a request again where a connection that was kept open is reset or answers 408
   * (`HttpNetworkTransaction::ShouldResendRequest` and `HandleIOError`): no extension can keep it from that. It keeps six
   * open, so that each of the three tries may be seven requests.
   */
  const resent = 3 * 7;
  test.each<[string, FaultKind, string, number]>([
    ['offline', 'reset', 'Calira cannot be reached.', resent],
    ['timeout', status(408), 'Calira is slow to answer.', resent],
    ['unavailable', status(503), 'Calira is having trouble.', 3],
    ['unexpectedAnswer', 'html', 'Calira answered something unexpected.', 1],
    ['forbidden', status(403), 'Your Calira subscription does not include API access', 1],
  ])('%s: said once it is sure, and Retry is enough', async (code, kind, sentence, most) => {
    const opened = await working();
    const { panel } = opened;
    stage.sandbox.control.clearRequests();
    stage.sandbox.control.addFault({ match: list, times: 'always', kind });
    await panel.button('Refresh').click();
    await panel.region.getByText(sentence).first().waitFor();
    await panel.region.getByRole('progressbar').waitFor({ state: 'detached' });
    expect(stage.sandbox.control.countRequests(list)).toBeLessThanOrEqual(most);
    stage.sandbox.control.clearFaults();
    // Nothing is wrong with the request, so that there is nothing to repeat but the whole list.
    await panel.button(code === 'forbidden' ? 'Refresh' : 'Retry').click();
    await panel.region.getByText(sentence).waitFor({ state: 'detached' });
    await opened.expectNothingLost();
  });

  test('rateLimited: a countdown, and then by itself', async () => {
    const opened = await working();
    const { panel } = opened;
    stage.sandbox.control.clearRequests();
    stage.sandbox.control.addFault({
      match: list,
      kind: { type: 'status', status: 429, retryAfter: 2 },
    });
    await panel.button('Refresh').click();
    await panel.region.getByText(/Calira asks to wait/).waitFor();
    await panel.region.getByText(/Calira asks to wait/).waitFor({ state: 'detached' });
    await opened.expectNothingLost();
  });
});

describe('something else than the whole list fails', () => {
  const unavailable = 'Calira is having trouble.';
  test.each([
    ['a page of the list', { path: '/v1/bookings', query: { page: '2' } }],
    ['the labs', { path: '/v1/accounts' }],
    ['equipment', { path: '/v1/equipment' }],
    ['the renewal of the token', { path: '/oauth/token', grantType: 'refresh_token' }],
  ])('%s: said, what is known stays, and Retry is enough', async (what, match) => {
    const opened = await working();
    const { panel, editor } = opened;
    const text = await editor.locator('body').innerText();
    const { lasting } = await storedSecrets(stage.own);
    stage.sandbox.control.expireAccessTokens();
    const fault = stage.sandbox.control.addFault({
      match,
      times: 'always',
      kind: { type: 'status', status: 503 },
    });
    // Without the renewal nothing else can be asked; with it, everything else is.
    await panel.button('Refresh').click();
    await panel.region.getByText(unavailable).first().waitFor();
    await panel.region.getByRole('progressbar').waitFor({ state: 'detached' });
    if (what === 'the renewal of the token')
      expect((await storedSecrets(stage.own)).lasting.refreshToken).toEqual(lasting.refreshToken);
    expect(await panel.region.getByRole('row').count()).toBeGreaterThan(5);
    fault.remove();
    await panel.button('Retry').click();
    await panel.region.getByText(unavailable).waitFor({ state: 'detached' });
    await panel.loaded();
    expect(await panel.status.innerText()).toBe('2 selected');
    expect(await editor.locator('body').innerText()).toBe(text);
    expect(await connectionOf(stage.own)).toMatchObject({ state: 'connected' });
  });
});

describe('an insertion is refused', () => {
  const inserted = /^\d bookings? inserted into Method\.$/;

  test('notOpened: RSpace’s pencil was gone; with it, the same button is enough', async () => {
    const opened = await stage.freshPanel();
    const { page, panel } = opened;
    await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
    // Between the moment in which it was seen and the click.
    await page.evaluate(() => {
      const rename = () => document.getElementById('edit_1233')?.setAttribute('id', 'away');
      addEventListener('click', rename, { capture: true, once: true });
    });
    await panel.button('Open Method for editing').click();
    await panel.region.getByText('RSpace did not open the text field; nothing was changed.').waitFor();
    expect(await panel.status.innerText()).toBe('1 selected');
    await page.evaluate(() => document.getElementById('away')?.setAttribute('id', 'edit_1233'));
    await panel.button('Open Method for editing').click();
    await panel.region.getByText(inserted).waitFor();
  });

  test('selectionChanged: another text is selected by now; Insert goes on with that', async () => {
    const opened = await stage.freshPanel({ field: 'Method' });
    const { page, panel } = opened;
    await installTestEditor(page);
    await write(page, '<p>one [two] three</p>');
    await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
    await panel.region.getByRole('checkbox', { name: 'Replace the selected text “two”' }).check();
    const hold = stage.sandbox.control.hold({
      path: '/workspace/getRecordInformation',
    });
    await panel.button('Insert').click();
    await hold.reached;
    await write(page, '<p>one two [three]</p>');
    hold.release();
    await panel.region.getByText('The selected text is another one now; nothing was changed.').waitFor();
    expect(await look(page)).toBe('<p>one two three</p>');
    await panel.button('Insert').click();
    await panel.region.getByText(inserted).waitFor();
    expect(await look(page)).toContain('<p>one two three</p>[table]');
  });

  test('fieldFull: another text field takes it', async () => {
    const opened = await stage.freshPanel({ field: 'Full export', document: '127' });
    const { page, panel } = opened;
    await panel.region.getByRole('checkbox', { name: 'Select all' }).check();
    const selected = await panel.status.innerText();
    await panel.button('Insert').click();
    await panel.region.getByText(/^This field is full\./).waitFor();
    expect(await panel.status.innerText()).toBe(selected);
    await chooseAtOnce(page, 'saveView');
    await panel.region
      .getByRole('button', { name: /^Open (?!Full export)/ })
      .first()
      .click();
    await panel.region.getByText(/^[\d,]+ bookings inserted into/).waitFor();
  });
});

test('notConfigured: told by the panel; once the options have a Client ID, connecting is all that is left', async () => {
  await stage.reset();
  const { calira } = await stage.own.evaluate(() => chrome.storage.local.get('calira'));
  await stage.own.evaluate(() => chrome.storage.local.remove('calira'));
  const { panel } = await stage.openPanel();
  await panel.region.getByText('The extension does not know your institution’s Calira client yet.').waitFor();
  await panel.button('Open options').waitFor();
  await stage.own.evaluate((settings) => chrome.storage.local.set({ calira: settings }), calira);
  await stage.skipConsent();
  await panel.button('Connect to Calira').click();
  await panel.loaded();
});

test('noLabs: once the popup has one, its bookings come by themselves', async () => {
  const { panel } = await stage.freshPanel();
  const popup = await stage.popup();
  const choose = async (names: readonly string[]) => {
    for (const name of ['Imaging Core', 'Cytometry'])
      await popup.getByRole('checkbox', { name, exact: true }).setChecked(names.includes(name));
    await popup.getByRole('button', { name: 'Authorise', exact: true }).click();
  };
  await choose([]);
  await panel.region.getByText('No lab is authorised.').waitFor();
  await choose(['Cytometry']);
  await panel.loaded();
  expect(await panel.region.getByRole('row').count()).toBeGreaterThan(3);
});

describe('the worker is stopped while Calira has not answered', () => {
  test('the list: it is read again by the next one', async () => {
    const opened = await working();
    const hold = stage.sandbox.control.hold(list);
    await opened.panel.button('Refresh').click();
    await hold.reached;
    await stage.stopWorker();
    hold.release();
    await opened.expectNothingLost();
  });

  test('the code for tokens: interrupted, and connecting again works', async () => {
    await stage.reset();
    const { panel } = await stage.openPanel();
    await stage.skipConsent();
    const match = { path: '/oauth/token', grantType: 'authorization_code' };
    const hold = stage.sandbox.control.hold(match, 'response');
    await panel.button('Connect to Calira').click();
    await hold.reached;
    await stage.stopWorker();
    hold.release();
    await panel.region.getByText('Sign-in was interrupted.').waitFor();
    await panel.button('Try again').click();
    await panel.loaded();
  });

  test('a revocation: it is told after the next start', async () => {
    await stage.freshPanel();
    const match = { path: '/oauth/revoke' };
    const hold = stage.sandbox.control.hold(match);
    const popup = await stage.popup();
    await popup.getByRole('button', { name: 'Disconnect' }).click();
    await hold.reached;
    await stage.stopWorker();
    hold.release();
    await popup.close();
    await stage.popup();
    await expect.poll(async () => (await storedSecrets(stage.own)).lasting).toEqual({});
    expect(await connectionOf(stage.own)).toEqual({ state: 'disconnected' });
  });
});

test('the page is left while the list is read: nobody reads on', async () => {
  const { page, panel } = await stage.freshPanel();
  stage.sandbox.control.clearRequests();
  const hold = stage.sandbox.control.hold(list);
  await panel.button('Refresh').click();
  await hold.reached;
  await page.goto('about:blank');
  // Sooner than where the extension's own patience ends.
  const aborted = () => stage.sandbox.control.requests(list).map((request) => request.aborted);
  await expect.poll(aborted, { timeout: usualPatience.timeout / 2 }).toEqual([true]);
  hold.release();
});

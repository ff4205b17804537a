/** What goes wrong while the panel is open: it says so, and goes on without a reload; nothing is lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FaultKind } from '../sandbox/traffic/fault.ts';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { connectionOf, openAuthorisationStage, storedSecrets } from './support/authorisation-stage.ts';
import type { DocumentPage } from './support/document-page.ts';
import { openDocument } from './support/document-page.ts';
import { findPanelOf } from './support/find-panel.ts';
import { panelOn } from './support/panel.ts';

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await openAuthorisationStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.reset());

const list = { path: '/v1/bookings' };
const field = 'Method';

/** A connected panel beside an open field, in which two bookings are selected. */
async function atWork(): Promise<OpenPanel & { text: string }> {
  const opened = await stage.connectedPanel({ field });
  const { rows } = findPanelOf(opened);
  for (const row of [2, 4]) await rows.nth(row).getByRole('checkbox').check();
  await opened.panel.region.getByText('2 selected').waitFor();
  return { ...opened, text: await opened.editor.locator('body').innerText() };
}

/** The selection, the document and the refresh token are what they were, and nothing is under way. */
async function expectNothingLost(
  { panel, editor, text }: OpenPanel & { text: string },
  refreshToken: unknown,
) {
  await panel.loaded();
  expect(await panel.status.innerText()).toBe('2 selected');
  expect(await editor.locator('body').innerText()).toBe(text);
  expect((await storedSecrets(stage.own)).lasting.refreshToken).toEqual(refreshToken);
  expect(await connectionOf(stage.own)).toMatchObject({ state: 'connected' });
}

describe('the list cannot be read', () => {
  const status = (code: number): FaultKind => ({ type: 'status', status: code });
  /**
   * Chromium itself sends a request again, up to three times, where a connection that was kept open is reset or answers
   * 408 (`HttpNetworkTransaction::ShouldResendRequest` and `HandleIOError`): no extension can keep it from that.
   */
  const resent = 3 * 4;
  test.each<[string, FaultKind, string, number]>([
    ['offline', 'reset', 'Calira cannot be reached.', resent],
    ['timeout', status(408), 'Calira is slow to answer.', resent],
    ['unavailable', status(503), 'Calira is having trouble.', 3],
    ['unexpectedAnswer', 'html', 'Calira answered something unexpected.', 1],
    ['forbidden', status(403), 'Your Calira subscription does not include API access', 1],
  ])('%s: said once it is sure, and Retry is enough', async (code, kind, sentence, most) => {
    const opened = await atWork();
    const { panel } = opened;
    const { lasting } = await storedSecrets(stage.own);
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
    await expectNothingLost(opened, lasting.refreshToken);
  });

  test('rateLimited: a countdown, and then by itself', async () => {
    const opened = await atWork();
    const { panel } = opened;
    const { lasting } = await storedSecrets(stage.own);
    stage.sandbox.control.clearRequests();
    stage.sandbox.control.addFault({
      match: list,
      kind: { type: 'status', status: 429, retryAfter: 2 },
    });
    await panel.button('Refresh').click();
    await panel.region.getByText(/Calira asks to wait/).waitFor();
    await panel.region.getByText(/Calira asks to wait/).waitFor({ state: 'detached' });
    await expectNothingLost(opened, lasting.refreshToken);
  });
});

describe('the worker is stopped while Calira has not answered', () => {
  test('the list: it is read again by the next one', async () => {
    const opened = await atWork();
    const { lasting } = await storedSecrets(stage.own);
    const hold = stage.sandbox.control.hold(list);
    await opened.panel.button('Refresh').click();
    await hold.reached;
    await stage.stopWorker();
    hold.release();
    await expectNothingLost(opened, lasting.refreshToken);
  });

  test('the code for tokens: interrupted, and connecting again works', async () => {
    const { panel } = await stage.openPanel();
    stage.sandbox.control.setConsent('skip');
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
    await stage.connectedPanel();
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
  const { page, panel } = await stage.connectedPanel();
  stage.sandbox.control.clearRequests();
  const hold = stage.sandbox.control.hold(list);
  await panel.button('Refresh').click();
  await hold.reached;
  await page.goto('about:blank');
  await expect.poll(() => stage.sandbox.control.requests(list).map(({ aborted }) => aborted)).toEqual([true]);
  hold.release();
});

test('ten tabs read the list once between them', async () => {
  const first = await stage.connectedPanel();
  await first.page.close();
  stage.sandbox.control.clearRequests();
  const firstPage = { ...list, query: { page: '1' } };
  const tabs: DocumentPage[] = [];
  for (let tab = 0; tab < 10; tab += 1) tabs.push(await openDocument(stage.context, stage.sandbox.rspaceUrl));
  const hold = stage.sandbox.control.hold(firstPage);
  // At the same time, and well within the time that one request may take.
  const panels = tabs.map(({ page }) => panelOn(page));
  await Promise.all(panels.map((panel) => panel.open()));
  await hold.reached;
  hold.release();
  for (const panel of panels) await panel.loaded();
  // One reading, which a slow computer may have tried again; ten would be ten.
  expect(stage.sandbox.control.countRequests(firstPage)).toBeLessThanOrEqual(3);
  expect(stage.sandbox.control.maxInFlight()).toBeLessThanOrEqual(10);
});

test('opened and closed again and again, the panel leaves nothing behind', async () => {
  const { page, panel } = await stage.connectedPanel();
  const cdp = await stage.context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const toggle = page.getByRole('button', { name: 'Insert Calira booking' });
  /** @returns what is left with the panel closed. */
  const openAndClose = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await toggle.click();
      await panel.region.waitFor();
      await page.keyboard.press('Escape');
      await panel.region.waitFor({ state: 'detached' });
    }
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  await panel.button('Close').click();
  await openAndClose(3);
  const before = await openAndClose(3);
  const after = await openAndClose(25);
  // A panel has more than a hundred listeners and five hundred nodes.
  expect(after.JSEventListeners).toBeLessThan((before.JSEventListeners ?? 0) + 100);
  expect(after.Nodes).toBeLessThan((before.Nodes ?? 0) + 500);
});

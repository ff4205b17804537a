/** An authorisation that renews itself: once for everybody, whatever happens meanwhile, and in silence where it can. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { allRead, badgeOf, connectionOf } from './support/authorisation-stage.ts';
import { authorise, caliraWindow } from './support/calira-window.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const refreshes = { grantType: 'refresh_token' };
const api = { path: '/v1/*' };

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
  // Panels that read at the same time share one reading: its requests have to be many by themselves.
  stage.sandbox.control.seedData({ bookings: 1800, labs: 9, equipment: 60 });
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Reads the list again in a panel. */
async function refresh({ panel }: OpenPanel): Promise<void> {
  await panel.button('Refresh').click();
}

/** Nothing is left to be read, and no panel has anything to complain about. */
async function expectUnnoticed(panels: readonly OpenPanel[]): Promise<void> {
  for (const document of panels) {
    await allRead(document);
    expect(await document.panel.region.getByRole('alert').count()).toBe(0);
  }
  expect(await connectionOf(stage.own)).toMatchObject({ state: 'connected' });
}

/** The stored access token has less than a minute left. */
async function nearExpiry(): Promise<void> {
  await stage.own.evaluate(async () => {
    const { accessToken } = await chrome.storage.session.get('accessToken');
    const ending = Object.assign({}, accessToken, { expiresAt: Date.now() + 59_000 });
    await chrome.storage.session.set({ accessToken: ending });
  });
}

test('20 requests from 3 tabs with a token that has ended or is about to: exactly one refresh', async () => {
  await stage.freshStart();
  const { control } = stage.sandbox;
  const panels = [await stage.connectedPanel({ labs: [1207, 1208, 1215, 1230] })];
  for (let tab = 2; tab <= 3; tab += 1) {
    const document = await stage.openPanel();
    await allRead(document);
    panels.push(document);
  }
  const refused = async () => control.expireAccessTokens();
  for (const [rotation, end] of [
    ['forgiving', refused],
    ['strict', refused],
    ['strict', nearExpiry],
  ] as const) {
    control.setRotation(rotation);
    control.clearRequests();
    await end();
    const held = control.hold(refreshes);
    await Promise.all(panels.map(refresh));
    await held.reached;
    for (const { panel } of panels) await panel.region.getByRole('progressbar').waitFor();
    held.release();
    await expectUnnoticed(panels);
    const answered = control.requests(api).filter(({ status }) => status === 200);
    const which = `rotation ${rotation}, ${end.name}`;
    expect(answered.length, which).toBeGreaterThanOrEqual(20);
    expect(control.countRequests(refreshes), which).toBe(1);
  }
});

describe('a worker that is stopped in the middle of a refresh', () => {
  async function stopInTheMiddle(rotation: 'forgiving' | 'strict'): Promise<OpenPanel> {
    const { control } = stage.sandbox;
    const document = await stage.freshPanel();
    control.setRotation(rotation);
    control.expireAccessTokens();
    control.clearRequests();
    // Calira has rotated the tokens already, and nobody will ever see its answer.
    const held = control.hold(refreshes, 'response');
    await refresh(document);
    await held.reached;
    await stage.stopWorker();
    held.release();
    return document;
  }

  test('recovers where the rotation forgives', async () => {
    const document = await stopInTheMiddle('forgiving');
    await expectUnnoticed([document]);
    expect(stage.sandbox.control.countRequests(refreshes)).toBe(2);
  });

  test('costs one click where it does not', async () => {
    const { panel } = await stopInTheMiddle('strict');
    const window = await caliraWindow(stage.context, () => panel.button('Reconnect').click());
    await authorise(window, []);
    // What was listed before stays in view, so the list does not tell when it is over.
    await expect.poll(() => connectionOf(stage.own)).toMatchObject({ state: 'connected' });
    await panel.loaded();
  });
});

test('a refresh that does not come through signs nobody out: 503, 429, a broken connection', async () => {
  const { control } = stage.sandbox;
  const document = await stage.freshPanel();
  for (const kind of [
    { type: 'status', status: 503 },
    { type: 'status', status: 429, retryAfter: 60 },
    'reset',
  ] as const) {
    control.expireAccessTokens();
    const fault = control.addFault({ match: refreshes, times: 'always', kind });
    await refresh(document);
    await document.panel.region.getByRole('alert').waitFor();
    expect(fault.struck()).toBeGreaterThanOrEqual(1);
    expect(await connectionOf(stage.own)).toMatchObject({ state: 'connected' });
    fault.remove();
    await refresh(document);
    await expectUnnoticed([document]);
  }
});

describe('Calira has ended the authorisation', () => {
  test('a confidential client is renewed in silence where Calira skips its page', async () => {
    await stage.reset('confidential');
    const { control } = stage.sandbox;
    const document = await stage.connectedPanel();
    control.revokeRefreshTokens();
    control.expireAccessTokens();
    control.clearRequests();
    const before = stage.context.pages().length;
    await refresh(document);
    await expect.poll(() => control.countRequests({ grantType: 'authorization_code' })).toBe(1);
    await expectUnnoticed([document]);
    expect(stage.context.pages()).toHaveLength(before);
    expect(await badgeOf(stage.own)).toBe('');
  });

  test('a public client is tried in silence once, and never again where Calira asked for consent', async () => {
    await stage.freshStart();
    const { control } = stage.sandbox;
    const document = await stage.connectedPanel();
    const { panel } = document;
    const attempts: number[] = [];
    for (let expiry = 1; expiry <= 2; expiry += 1) {
      control.revokeRefreshTokens();
      control.expireAccessTokens();
      control.clearRequests();
      await panel.button('Refresh').click();
      await panel.button('Reconnect').waitFor();
      attempts.push(control.countRequests({ path: '/oauth/authorize', method: 'GET' }));
      const window = await caliraWindow(stage.context, () => panel.button('Reconnect').click());
      await authorise(window, []);
      await panel.button('Refresh').waitFor();
      await allRead(document);
    }
    expect(attempts).toEqual([1, 0]);
  });
});

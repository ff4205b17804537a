/** Giving an authorisation up: with Calira at hand and without. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { askApi } from '../sandbox/connect.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { connectionOf, keptBookings, storedSecrets } from './support/authorisation-stage.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const revocations = { path: '/oauth/revoke' };
const picture = stepPictures('authorisation-disconnect');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** The tokens that the extension holds now. */
async function tokensOf(own: Page): Promise<{ access: string; refresh: string }> {
  const { session, lasting } = await storedSecrets(own);
  const { token: access } = session.accessToken as { token: string };
  const { token: refresh } = lasting.refreshToken as { token: string };
  return { access, refresh };
}

test('disconnecting revokes at Calira, and deletes tokens, bookings and labs; offline, the token is kept apart', async () => {
  await stage.reset();
  const { control } = stage.sandbox;
  const { panel } = await stage.connectedPanel();
  const first = await tokensOf(stage.own);
  const refused = await control.refuseConnections('calira');
  try {
    const popup = await stage.popup();
    await disconnect(popup);
    await panel.button('Connect to Calira').waitFor();
    const pendingRevocations = [expect.objectContaining({ token: first.refresh })];
    await expect
      .poll(() => storedSecrets(stage.own))
      .toEqual({ session: {}, lasting: { pendingRevocations } });
    await popup.close();
  } finally {
    await refused.restore();
  }
  expect((await askApi(stage.sandbox, first.access, 'bookings')).status).toBe(200);

  const popup = await stage.popup();
  await expect.poll(() => control.countRequests(revocations)).toBe(1);
  await expect.poll(() => storedSecrets(stage.own)).toEqual({ session: {}, lasting: {} });
  expect((await askApi(stage.sandbox, first.access, 'bookings')).status).toBe(401);
  expect(await connectionOf(stage.own)).toEqual({ state: 'disconnected' });

  await stage.skipConsent();
  await popup.getByRole('button', { name: 'Connect to Calira' }).click();
  await popup.getByRole('status').getByText('Connected', { exact: true }).waitFor();
  await panel.loaded();
  await expect.poll(() => keptBookings(stage.own)).toHaveProperty('list');
  const { access } = await tokensOf(stage.own);
  await disconnect(popup);
  await panel.button('Connect to Calira').waitFor();
  expect(await panel.region.getByRole('row').count()).toBe(0);
  await expect.poll(() => control.countRequests(revocations)).toBe(2);
  expect((await askApi(stage.sandbox, access, 'bookings')).status).toBe(401);
  await expect.poll(() => storedSecrets(stage.own)).toEqual({ session: {}, lasting: {} });
  const { labs } = await stage.own.evaluate(() => chrome.storage.local.get('labs'));
  expect(labs).toMatchObject({ granted: [], decisions: {} });
  expect(await keptBookings(stage.own)).toEqual({});
  await picture(popup, 'disconnected');
});

async function disconnect(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Disconnect' }).click();
  await popup.getByRole('status').getByText('Disconnected').waitFor();
}

/** Giving an authorisation up: with Calira at hand and without, and on a computer that several people use. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { askApi } from '../sandbox/connect.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { connectionOf, keptBookings, storedSecrets } from './support/authorisation-stage.ts';
import { extensionId, startChromium } from './support/chromium.ts';
import { openDocument } from './support/document-page.ts';
import { findPanelOf } from './support/find-panel.ts';
import { readyToInsert } from './support/main-job.ts';
import { panelOn } from './support/panel.ts';
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

/** The labs that the extension remembers, and what the person has chosen. */
async function labsOf(own: Page): Promise<unknown> {
  const { labs } = await own.evaluate(() => chrome.storage.local.get('labs'));
  return labs;
}

describe('disconnect', () => {
  beforeEach(() => stage.reset());

  test('revokes at Calira, and deletes tokens, bookings and labs', async () => {
    const { control } = stage.sandbox;
    const { panel } = await stage.connectedPanel();
    const { access } = await tokensOf(stage.own);
    const popup = await stage.popup();
    await popup.getByRole('button', { name: 'Disconnect' }).click();
    await popup.getByRole('status').getByText('Disconnected').waitFor();
    await panel.button('Connect to Calira').waitFor();
    expect(await panel.region.getByRole('row').count()).toBe(0);
    await expect.poll(() => control.countRequests(revocations)).toBe(1);
    expect((await askApi(stage.sandbox, access, 'bookings')).status).toBe(401);
    await expect.poll(() => storedSecrets(stage.own)).toEqual({ session: {}, lasting: {} });
    expect(await labsOf(stage.own)).toMatchObject({ granted: [], decisions: {} });
    expect(await keptBookings(stage.own)).toEqual({});
    await picture(popup, 'disconnected');
  });

  test('works offline: the token is kept apart, and revoked when Calira can be reached', async () => {
    const { control } = stage.sandbox;
    const { panel } = await stage.connectedPanel();
    const { access, refresh } = await tokensOf(stage.own);
    const refused = await control.refuseConnections('calira');
    try {
      const popup = await stage.popup();
      await popup.getByRole('button', { name: 'Disconnect' }).click();
      await popup.getByRole('status').getByText('Disconnected').waitFor();
      await panel.button('Connect to Calira').waitFor();
      const pendingRevocations = [expect.objectContaining({ token: refresh })];
      await expect
        .poll(() => storedSecrets(stage.own))
        .toEqual({ session: {}, lasting: { pendingRevocations } });
      await popup.close();
    } finally {
      await refused.restore();
    }
    expect((await askApi(stage.sandbox, access, 'bookings')).status).toBe(200);

    await stage.popup();
    await expect.poll(() => control.countRequests(revocations)).toBe(1);
    await expect.poll(() => storedSecrets(stage.own)).toEqual({ session: {}, lasting: {} });
    expect((await askApi(stage.sandbox, access, 'bookings')).status).toBe(401);
    expect(await connectionOf(stage.own)).toEqual({ state: 'disconnected' });
  });
});

describe('the browser is closed and started again', () => {
  const openOwn = async (context: BrowserContext, path: string) => {
    const own = await context.newPage();
    await own.goto(`chrome-extension://${extensionId}/${path}`);
    return own;
  };

  // For its first seconds a Chromium that has just started does not answer about policies, and so not about tokens.
  const patience = { timeout: 60_000 };
  /** The names of what is stored where, apart from settings. */
  const places = async (own: Page) => {
    const { session, lasting } = await storedSecrets(own);
    return { session: Object.keys(session).sort(), lasting: Object.keys(lasting) };
  };

  /** How somebody looked at their bookings before the browser was closed is how they see them now. */
  async function expectChoices(context: BrowserContext): Promise<void> {
    const document = await openDocument(context, stage.sandbox.rspaceUrl);
    const panel = panelOn(document.page);
    await panel.open();
    await panel.loaded();
    const find = findPanelOf({ ...document, panel });
    expect(await find.view('Booked').isChecked()).toBe(true);
    expect(await find.combobox('Lab').inputValue()).toBe('Cytometry');
    expect(await find.combobox('Period').inputValue()).toBe('last30Days');
    expect(await find.combobox('Sort by').inputValue()).toBe('duration');
    expect((await find.region.boundingBox())?.width).toBe(580);
    await document.page.close();
  }

  test('one’s own computer stays connected and shows bookings as before; a shared one forgets', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'calira-profile-'));
    {
      await using chromium = await startChromium({ profile });
      const { document, panel } = await readyToInsert(chromium, stage.sandbox);
      const find = findPanelOf({ ...document, panel });
      await find.view('Booked').check();
      await find.choose('Lab', 'cyto');
      await find.combobox('Period').selectOption('Last 30 days');
      await find.combobox('Sort by').selectOption('Duration');
      await find.region.getByRole('separator', { name: 'Width of the panel' }).press('ArrowLeft');
      const own = await openOwn(chromium.context, 'icon/16.png');
      expect(await places(own)).toEqual({ session: ['accessToken'], lasting: ['refreshToken'] });
      await expect.poll(() => keptBookings(own)).toHaveProperty('list');
    }
    {
      await using chromium = await startChromium({ profile });
      const own = await openOwn(chromium.context, 'popup.html');
      await own.getByRole('status').getByText('Connected', { exact: true }).waitFor();
      // The popup looks which labs Calira grants, and so renews the access token that went with the browser.
      await expect
        .poll(() => places(own), patience)
        .toEqual({ session: ['accessToken'], lasting: ['refreshToken'] });
      await expectChoices(chromium.context);
      const options = await openOwn(chromium.context, 'options.html');
      const box = options.getByRole('checkbox', { name: 'Stay connected on this computer' });
      expect(await box.isChecked()).toBe(true);
      await box.uncheck();
      await expect
        .poll(() => places(own), patience)
        .toEqual({ session: ['accessToken', 'refreshToken'], lasting: [] });
      await picture(options, 'shared-computer');
      expect(await keptBookings(own)).toHaveProperty('list');
    }
    {
      await using chromium = await startChromium({ profile });
      // Loaded from the command line, an extension is not told that the browser has started: the popup starts its worker.
      const own = await openOwn(chromium.context, 'popup.html');
      await own.getByRole('status').getByText('Disconnected').waitFor();
      expect(await connectionOf(own)).toEqual({ state: 'disconnected' });
      expect(await places(own)).toEqual({ session: [], lasting: [] });
      expect(await labsOf(own)).toMatchObject({ granted: [], decisions: {} });
      expect(await keptBookings(own)).toEqual({});
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
});

/** Where tokens and the client secret are, who cannot read them, and how an authorisation is given up. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { panelCommands } from '../../utils/messages/panel.ts';
import { askApi } from '../sandbox/connect.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { connectionOf, openAuthorisationStage, storedSecrets } from './support/authorisation-stage.ts';
import { extensionId, startChromium } from './support/chromium.ts';
import { isolatedWorldOf } from './support/isolated-world.ts';
import { readyToInsert } from './support/main-job.ts';
import { stepPictures } from './support/screenshots.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const revocations = { path: '/oauth/revoke' };
const picture = stepPictures('authorisation-secrets');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await openAuthorisationStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Every token and secret that the extension holds now, as text. */
async function secretsOf(own: Page): Promise<{ access: string; refresh: string; all: string[] }> {
  const { session, lasting } = await storedSecrets(own);
  const { token: access } = session.accessToken as { token: string };
  const { token: refresh } = lasting.refreshToken as { token: string };
  return { access, refresh, all: [access, refresh, stage.sandbox.clients.confidential.secret] };
}

describe('tokens and the client secret', () => {
  beforeEach(() => stage.reset('confidential'));

  test('lie apart, and nowhere else', async () => {
    await stage.connectedPanel();
    const { session, lasting } = await storedSecrets(stage.own);
    expect(Object.keys(session)).toEqual(['accessToken']);
    expect(Object.keys(lasting).sort()).toEqual(['clientSecret', 'refreshToken']);
    const { all } = await secretsOf(stage.own);
    const local = JSON.stringify(await stage.own.evaluate(() => chrome.storage.local.get(null)));
    for (const secret of all) expect(local).not.toContain(secret);
  });

  test('are out of reach for the content script', async () => {
    const { page, panel } = await stage.connectedPanel();
    const { all } = await secretsOf(stage.own);
    await using world = await isolatedWorldOf(stage.context, page);
    for (const area of ['local', 'session', 'sync', 'managed'])
      expect(await world.evaluate(`chrome.storage.${area}.get(null)`), area).toMatch(
        /not allowed|not a function/,
      );
    expect(await world.evaluate('indexedDB.databases().then((all) => all.map(({ name }) => name))')).toEqual(
      [],
    );
    expect(
      await world.evaluate(`chrome.runtime.sendMessage({ command: 'hasClientSecret', parameters: {} })`),
    ).toSatisfy((answer) => answer == null || /Could not establish connection|closed/.test(String(answer)));
    // All that a panel can ask for, and all that it is told.
    const told = await world.evaluate(everythingTold(Object.keys(panelCommands)));
    expect(told).toContain('"push":"rows"');
    for (const secret of all) expect(told).not.toContain(secret);
    const shown = await panel.region.evaluate((region) => (region.getRootNode() as ShadowRoot).innerHTML);
    for (const secret of all) expect(shown).not.toContain(secret);
  });

  test('are out of reach for the page', async () => {
    const { page } = await stage.connectedPanel();
    const { all } = await secretsOf(stage.own);
    const reachable = await page.evaluate(async () =>
      JSON.stringify({
        extension: Object.keys((globalThis as { chrome?: object }).chrome ?? {}),
        databases: await indexedDB.databases(),
        local: { ...localStorage },
        session: { ...sessionStorage },
        cookie: document.cookie,
        html: document.documentElement.outerHTML,
        globals: Object.getOwnPropertyNames(globalThis),
      }),
    );
    expect(JSON.parse(reachable)).toMatchObject({ databases: [] });
    expect(JSON.parse(reachable).extension).not.toContain('storage');
    for (const secret of all) expect(reachable).not.toContain(secret);
  });

  test('the client secret is used, and comes back by no message', async () => {
    await stage.connectedPanel();
    const { secret } = stage.sandbox.clients.confidential;
    const answers = await stage.own.evaluate(async (value) => {
      const ask = (command: string, parameters = {}) => chrome.runtime.sendMessage({ command, parameters });
      return JSON.stringify([
        await ask('hasClientSecret'),
        await ask('setClientSecret', { secret: value }),
        await ask('recover'),
        await ask('getClientSecret'),
        await ask('disconnect'),
      ]);
    }, secret);
    expect(answers).toContain('{"ok":true,"value":true}');
    expect(answers).not.toContain(secret);
    const options = await stage.context.newPage();
    await options.goto(`chrome-extension://${extensionId}/options.html`);
    await options.getByText('A secret is stored.').waitFor();
    expect(await options.getByLabel('Client secret').inputValue()).toBe('');
    expect(await options.content()).not.toContain(secret);
  });

  test('private windows have none of this', async () => {
    expect(await stage.own.evaluate(() => chrome.runtime.getManifest().incognito)).toBe('not_allowed');
  });
});

/** For a content script's world: sends every command over a port of a panel's. @returns all that comes, as text. */
function everythingTold(commands: readonly string[]): string {
  return `new Promise((resolve) => {
    const told = [];
    const open = new Set();
    const port = chrome.runtime.connect({ name: 'panel' });
    port.onMessage.addListener((message) => {
      told.push(message);
      open.delete(message.id);
      if (open.size === 0) resolve(JSON.stringify(told));
    });
    port.onDisconnect.addListener(() => resolve(JSON.stringify(told)));
    for (const command of ${JSON.stringify(commands)}) {
      if (command.startsWith('open') || command === 'connect') continue;
      open.add(open.size + 1);
      port.postMessage({ id: open.size, command, parameters: command === 'details' ? { ids: ['4980109'] } : {} });
    }
  })`;
}

describe('disconnect', () => {
  beforeEach(() => stage.reset());

  test('revokes at Calira, and deletes tokens, bookings and labs', async () => {
    const { control } = stage.sandbox;
    const { panel } = await stage.connectedPanel();
    const { access } = await secretsOf(stage.own);
    const popup = await stage.popup();
    await popup.getByRole('button', { name: 'Disconnect' }).click();
    await popup.getByRole('status').getByText('Disconnected').waitFor();
    await panel.button('Connect to Calira').waitFor();
    expect(await panel.region.getByRole('row').count()).toBe(0);
    await expect.poll(() => control.countRequests(revocations)).toBe(1);
    expect((await askApi(stage.sandbox, access, 'bookings')).status).toBe(401);
    await expect.poll(() => storedSecrets(stage.own)).toEqual({ session: {}, lasting: {} });
    expect(await stage.own.evaluate(() => chrome.storage.local.get('labs'))).toEqual({ labs: [] });
    await picture(popup, 'disconnected');
  });

  test('works offline: the token is kept apart, and revoked when Calira can be reached', async () => {
    const { control } = stage.sandbox;
    const { panel } = await stage.connectedPanel();
    const { access, refresh } = await secretsOf(stage.own);
    const refused = await control.refuseConnections('calira');
    const popup = await stage.popup();
    await popup.getByRole('button', { name: 'Disconnect' }).click();
    await popup.getByRole('status').getByText('Disconnected').waitFor();
    await panel.button('Connect to Calira').waitFor();
    await expect
      .poll(() => storedSecrets(stage.own))
      .toEqual({
        session: {},
        lasting: { pendingRevocations: [expect.objectContaining({ token: refresh })] },
      });
    await popup.close();
    await refused.restore();
    expect((await askApi(stage.sandbox, access, 'bookings')).status).toBe(200);

    await stage.popup();
    await expect.poll(() => control.countRequests(revocations)).toBe(1);
    await expect.poll(() => storedSecrets(stage.own)).toEqual({ session: {}, lasting: {} });
    expect((await askApi(stage.sandbox, access, 'bookings')).status).toBe(401);
    expect(await connectionOf(stage.own)).toEqual({ state: 'disconnected' });
  });
});

describe('the browser is closed and started again', () => {
  const openOwn = async (context: BrowserContext) => {
    const own = await context.newPage();
    await own.goto(`chrome-extension://${extensionId}/icon/16.png`);
    return own;
  };

  test.each([
    { computer: 'one’s own computer', stays: true },
    { computer: 'a shared computer', stays: false },
  ])('on $computer', async ({ stays }) => {
    const profile = await mkdtemp(join(tmpdir(), 'calira-profile-'));
    {
      await using chromium = await startChromium({ profile });
      const { context } = chromium;
      await readyToInsert(chromium, stage.sandbox);
      const options = await context.newPage();
      await options.goto(`chrome-extension://${extensionId}/options.html`);
      const box = options.getByRole('checkbox', { name: 'Stay connected on this computer' });
      expect(await box.isChecked()).toBe(true);
      if (!stays) await box.uncheck();
      await picture(options, stays ? 'stay-connected' : 'shared');
      const own = await openOwn(context);
      const places = async () => {
        const { session, lasting } = await storedSecrets(own);
        return { session: Object.keys(session).sort(), lasting: Object.keys(lasting) };
      };
      await expect
        .poll(places)
        .toEqual(
          stays
            ? { session: ['accessToken'], lasting: ['refreshToken'] }
            : { session: ['accessToken', 'refreshToken'], lasting: [] },
        );
    }
    {
      await using chromium = await startChromium({ profile });
      const own = await openOwn(chromium.context);
      const { state, labs } = stays ? { state: 'connected', labs: 2 } : { state: 'disconnected', labs: 0 };
      // Loaded from the command line, an extension is not told that the browser has started: the popup starts its worker.
      await own.goto(`chrome-extension://${extensionId}/popup.html`);
      await own.getByRole('status').getByText(stays ? 'Connected' : 'Disconnected').waitFor();
      expect(await connectionOf(own)).toMatchObject({ state });
      const stored = await own.evaluate(() => chrome.storage.local.get('labs'));
      expect(stored.labs).toHaveLength(labs);
      expect(Object.keys((await storedSecrets(own)).lasting)).toEqual(stays ? ['refreshToken'] : []);
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
});

/** Where tokens and the client secret are, and who cannot read them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { panelCommands } from '../../utils/messages/panel-commands.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { storedSecrets } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { isolatedWorldOf } from './support/isolated-world.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Every token and secret that the extension holds now, as text. */
async function secretsOf(own: Page): Promise<string[]> {
  const { session, lasting } = await storedSecrets(own);
  const { token: access } = session.accessToken as { token: string };
  const { token: refresh } = lasting.refreshToken as { token: string };
  return [access, refresh, stage.sandbox.clients.confidential.secret];
}

describe('tokens and the client secret', () => {
  beforeEach(() => stage.reset('confidential'));

  test('lie apart, and nowhere else', async () => {
    await stage.connectedPanel({ authorised: 'window' });
    const { session, lasting } = await storedSecrets(stage.own);
    expect(Object.keys(session)).toEqual(['accessToken']);
    expect(Object.keys(lasting).sort()).toEqual(['clientSecret', 'refreshToken']);
    const all = await secretsOf(stage.own);
    const others = await stage.own.evaluate(async () => {
      const { accessToken: _, ...session } = await chrome.storage.session.get(null);
      return JSON.stringify([
        session,
        await chrome.storage.local.get(null),
        await chrome.storage.sync.get(null),
      ]);
    });
    for (const secret of all) expect(others).not.toContain(secret);
  });

  test('are out of reach for the content script', async () => {
    const { page, panel } = await stage.connectedPanel({ authorised: 'window' });
    const all = await secretsOf(stage.own);
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
    const { page } = await stage.connectedPanel({ authorised: 'window' });
    const all = await secretsOf(stage.own);
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
    await stage.connectedPanel({ authorised: 'window' });
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
      const parameters = { load: { known: true }, details: { ids: ['4980109'], check: false } }[command] ?? {};
      port.postMessage({ id: open.size, command, parameters });
    }
  })`;
}

/** What others try: the page, Calira's answers, another extension, a content script that is no longer ours. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { panelCommands } from '../../utils/messages/panel-commands.ts';
import { surfaceCommands } from '../../utils/messages/surfaces.ts';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { openAuthorisationStage, storedSecrets } from './support/authorisation-stage.ts';
import { caliraWindow } from './support/calira-window.ts';
import { built, extensionId } from './support/chromium.ts';
import { hostileRecorder, pressEverything } from './support/hostile-page.ts';
import { isolatedWorldOf } from './support/isolated-world.ts';
import type { OtherExtension } from './support/other-extension.ts';
import { writeOtherExtension } from './support/other-extension.ts';

let stage: AuthorisationStage;
let other: OtherExtension;

beforeAll(async () => {
  other = await writeOtherExtension();
  stage = await openAuthorisationStage({ extension: `${built},${other.folder}` });
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});
beforeEach(() => stage.reset());

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const field = 'Objective';
const booking = '4980109';
/** Everything that the extension asks of Calira. */
const toCalira = { server: 'calira' } as const;

/** Every token that the extension holds now, as text. */
async function tokens(): Promise<string[]> {
  const { session, lasting } = await storedSecrets(stage.own);
  return [session.accessToken, lasting.refreshToken].map((one) => (one as { token: string }).token);
}

/** Whether something of an attacker's ran in a page. */
const wasRun = (page: Page) => page.evaluate(() => 'pwned' in globalThis);

/** Which boxes and views look chosen. */
const ticked = (within: Locator) =>
  within
    .locator('input[type=checkbox], input[type=radio]')
    .evaluateAll((all) => all.map((one) => one.matches(':checked')));

const editorText = ({ editor }: OpenPanel) => editor.locator('body').innerText();

describe('a hostile page', () => {
  test('presses every button of the panel: nothing happens', async () => {
    const opened = await stage.connectedPanel({ field });
    const { page, panel } = opened;
    const before = { pages: stage.context.pages().length, text: await editorText(opened) };
    stage.sandbox.control.clearRequests();
    const boxes = await ticked(panel.region);
    const pressed = await page.evaluate(pressEverything);
    expect(pressed).toBeGreaterThan(10);
    expect(await ticked(panel.region)).toEqual(boxes);
    expect(await panel.status.innerText()).toBe('0 selected');
    // Whatever it had set off would have been sent before this, which a person asks for.
    await panel.button('Refresh').click();
    await expect.poll(() => stage.sandbox.control.countRequests({ path: '/v1/bookings' })).toBeGreaterThan(0);
    await panel.loaded();
    expect(await editorText(opened)).toBe(before.text);
    expect(stage.context.pages()).toHaveLength(before.pages);
    expect(stage.sandbox.control.countRequests({ path: /^\/oauth\// })).toBe(0);
    expect(stage.sandbox.control.countRequests({ server: 'rspace', method: 'POST' })).toBe(0);
    expect(await panel.region.isVisible()).toBe(true);
  });

  test('presses whatever the panel has in every other state: nothing begins before a person begins it', async () => {
    const opened = await stage.connectedPanel({ field });
    const { page, panel } = opened;
    const { control } = stage.sandbox;
    const before = { pages: stage.context.pages().length, text: await editorText(opened) };
    const attack = async (least: number) => {
      control.clearRequests();
      expect(await page.evaluate(pressEverything)).toBeGreaterThan(least);
      expect(stage.context.pages()).toHaveLength(before.pages);
      expect(await editorText(opened)).toBe(before.text);
    };

    await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
    await panel.button('Columns').click();
    const sheet = panel.region.getByRole('dialog');
    const chosen = await ticked(sheet);
    await attack(20);
    expect(await ticked(sheet)).toEqual(chosen);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });

    await panel.button('Insert as').click();
    await attack(30);
    expect(await panel.status.innerText()).toBe('1 selected');

    control.addFault({ match: { path: '/v1/bookings' }, kind: 'html' });
    await panel.button('Refresh').click();
    await panel.button('Retry').waitFor();
    await attack(20);
    // Whatever the page had set off would have been sent before this, which a person asks for.
    control.clearFaults();
    await panel.button('Retry').click();
    await panel.loaded();
    expect(control.countRequests({ path: '/v1/bookings', query: { page: '1' } })).toBe(1);

    control.expireAccessTokens();
    control.revokeRefreshTokens();
    await panel.button('Refresh').click();
    await panel.button('Reconnect').waitFor();
    await attack(20);
    control.setConsent('skip');
    await panel.button('Reconnect').click();
    // The button goes as soon as the sign-in begins; this one comes when it has ended.
    await panel.button('Refresh').waitFor();
    expect(control.countRequests({ path: '/oauth/token', grantType: 'authorization_code' })).toBe(1);

    const popup = await stage.popup();
    await popup.getByRole('button', { name: 'Disconnect' }).click();
    await popup.close();
    await panel.button('Connect to Calira').waitFor();
    await attack(3);
    const window = await caliraWindow(stage.context, () => panel.button('Connect to Calira').click());
    expect(stage.context.pages()).toHaveLength(before.pages + 1);
    await window.close();
  });

  test('has replaced everything before we came: it learns what the panel shows, and no token or setting', async () => {
    await stage.context.addInitScript(hostileRecorder);
    const opened = await stage.connectedPanel({ field });
    const { page, panel } = opened;
    const learnt = await page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'learnt')));
    // It does listen: our questions to the editor are among what it hears.
    expect(learnt).toContain('describe');
    for (const secret of [...(await tokens()), stage.sandbox.clients.public.id]) {
      expect(learnt).not.toContain(secret);
    }
    await panel.region.getByRole('searchbox', { name: 'Search bookings' }).fill(booking);
    await expect.poll(() => panel.row(booking).count()).toBe(1);
  });

  test('answers in the editor’s place: what it says is checked, and shown as text', async () => {
    const { page, panel } = await stage.connectedPanel();
    await page.evaluate(() => {
      const answer = (value: unknown) => (event: Event) => {
        const { id } = JSON.parse((event as CustomEvent<string>).detail);
        const detail = JSON.stringify({ id, value });
        document.dispatchEvent(new CustomEvent('calira-bookings-answer', { detail }));
      };
      const markup = '<img src=x onerror="globalThis.pwned = 1">';
      const fields = [{ id: '1', name: markup }];
      const nothing = {
        selected: null,
        insertion: null,
        hasBookings: false,
        hasTextField: true,
        editor: 'known',
      };
      const described = { editable: 'EDIT_MODE', field: fields[0], fields, ...nothing };
      // The first answer counts, and this listener comes before the adapter's.
      addEventListener('calira-bookings-request', answer(described), { capture: true });
      for (const detail of [undefined, 7, '{', '{"id":1}', '[]', 'null', 'x'.repeat(5_000_000)])
        document.dispatchEvent(new CustomEvent('calira-bookings-answer', { detail }));
      document.dispatchEvent(new CustomEvent('calira-bookings-news'));
    });
    await panel.region.getByText('<img src=x onerror=').first().waitFor();
    expect(await wasRun(page)).toBe(false);
  });

  test('opens no port, frames no page and reads no file of the extension', async () => {
    const { page } = await stage.connectedPanel();
    const refused = await page.evaluate(async (id) => {
      const runtime = (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime;
      const read = (path: string) => fetch(`chrome-extension://${id}/${path}`).then(String, () => 'refused');
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/popup.html`;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const framed = (() => {
        try {
          return frame.contentDocument?.title ?? 'refused';
        } catch {
          return 'refused';
        }
      })();
      return [typeof runtime, await read('popup.html'), await read('manifest.json'), framed];
    }, extensionId);
    expect(refused).toEqual(['undefined', 'refused', 'refused', 'refused']);
  });
});

describe('a hostile Calira', () => {
  test('sends markup, scripts and links: they are text, and links lead to Calira alone', async () => {
    const { control, caliraWebUrl } = stage.sandbox;
    const booked = control.specimen('todayLate');
    const hostile = '<img src=x onerror="globalThis.pwned = 1"><script>globalThis.pwned = 2</script>';
    const change = (json: unknown) =>
      (json as Record<string, unknown>[]).map((one, index) => ({
        ...one,
        name:
          one.name === booked.equipment
            ? hostile
            : ['javascript:globalThis.pwned=3', `${caliraWebUrl}@evil.example/`][index % 2],
        room: 'x'.repeat(200_000),
        url: 'javascript:globalThis.pwned=4',
        links: { booking: 'data:text/html,<script>globalThis.pwned=5</script>' },
      }));
    control.addFault({
      match: { path: '/v1/equipment' },
      times: 'always',
      kind: { type: 'edit', edit: change },
    });
    const opened = await stage.connectedPanel({ field });
    const { page, panel } = opened;
    const row = panel.row(booked.id);
    await row.getByText(hostile).waitFor();
    await panel.booking(booked.id).click();
    await panel.button('Insert').click();
    await opened.editor.locator('table[data-tablesource]').waitFor();
    const links = await page.evaluate(() => {
      const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      const frames = [...document.querySelectorAll('iframe')].flatMap(
        ({ contentDocument }) => contentDocument ?? [],
      );
      return [...roots, ...frames].flatMap((root) =>
        [...root.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
      );
    });
    const ours = links.filter((link) => !link.startsWith('#') && !link.startsWith('/'));
    expect(ours.some((link) => link.endsWith(`/my_bookings/${booked.id}`))).toBe(true);
    for (const link of ours) expect(link).toMatch(new RegExp(`^(${caliraWebUrl}accounts/|https://)`));
    expect(ours.filter((link) => /^(javascript|data):|evil\.example/.test(link))).toEqual([]);
    expect(await wasRun(page)).toBe(false);
  });
});

describe('another extension', () => {
  test('asks for everything that panel, popup and options ask for: nobody answers', async () => {
    await stage.connectedPanel();
    stage.sandbox.control.clearRequests();
    const page = await other.page(stage.context);
    const commands = [...Object.keys(surfaceCommands), ...Object.keys(panelCommands)];
    const answers = await page.evaluate(
      async ([id = '', ...all]) => {
        const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
        interface Runtime {
          sendMessage(id: string, message: unknown): Promise<unknown>;
          connect(
            id: string,
            options: object,
          ): {
            postMessage(message: unknown): void;
            onMessage: { addListener(listener: (message: unknown) => void): void };
            onDisconnect: { addListener(listener: () => void): void };
          };
        }
        const said = all.map((command) =>
          runtime.sendMessage(id, { command, parameters: {} }).then(
            (answer) => answer ?? 'silence',
            (error: Error) => error.message,
          ),
        );
        const overPort = new Promise((resolve) => {
          const port = runtime.connect(id, { name: 'panel' });
          port.onMessage.addListener(resolve);
          port.onDisconnect.addListener(() => resolve('disconnected'));
          port.postMessage({ id: 1, command: 'load', parameters: { known: true } });
        });
        return [...new Set(await Promise.all(said)), await overPort];
      },
      [extensionId, ...commands],
    );
    expect(answers).toEqual([
      'Could not establish connection. Receiving end does not exist.',
      'disconnected',
    ]);
    expect(stage.sandbox.control.countRequests(toCalira)).toBe(0);
    expect((await storedSecrets(stage.own)).lasting.refreshToken).toBeDefined();
  });
});

describe('a content script that is no longer ours', () => {
  test('asks as the popup does: nobody answers', async () => {
    const { page } = await stage.connectedPanel();
    stage.sandbox.control.clearRequests();
    await using world = await isolatedWorldOf(stage.context, page);
    const answers = await world.evaluate(`Promise.all(${JSON.stringify(Object.keys(surfaceCommands))}.map(
      (command) => Promise.race([
        chrome.runtime.sendMessage({ command, parameters: { secret: 'x', ids: [], tabId: 1 } })
          .then((answer) => answer ?? 'silence', () => 'silence'),
      ])
    ))`);
    expect(new Set(answers as unknown[])).toEqual(new Set(['silence']));
    expect(stage.sandbox.control.countRequests(toCalira)).toBe(0);
  });

  test('asks over its port for what is not its business: nothing is sent to Calira', async () => {
    const { page } = await stage.connectedPanel();
    stage.sandbox.control.clearRequests();
    await using world = await isolatedWorldOf(stage.context, page);
    const asked = [
      { id: 1, command: 'details', parameters: { ids: ['1'], check: false } },
      { id: 2, command: 'details', parameters: { ids: ['../accounts/1207'], check: false } },
      { id: 3, command: 'load', parameters: { known: false, labs: ['1230'] } },
      { id: 4, command: 'load', parameters: { known: false, apiUrl: 'https://evil.example/' } },
      { id: 5, command: 'remember', parameters: { choices: { clientId: 'evil' } } },
    ];
    const answers = await world.evaluate(`new Promise((resolve) => {
      const port = chrome.runtime.connect({ name: 'panel' });
      const told = [];
      port.onMessage.addListener((message) => {
        if ('id' in message) told.push([message.id, JSON.stringify(message.result)]);
        if (told.length === ${asked.length}) resolve(told.sort(([a], [b]) => a - b).map(([, result]) => result));
      });
      for (const message of ${JSON.stringify(asked)}) port.postMessage(message);
    })`);
    expect(answers).toEqual([
      expect.stringMatching(/"detail":"not listed"/),
      ...[2, 3, 4, 5].map(() => expect.stringMatching(/"detail":"parameters of /)),
    ]);
    // Of a booking that is not listed the list alone may be asked again, and never its details.
    expect(stage.sandbox.control.countRequests({ path: '/v1/bookings/1' })).toBe(0);
    expect(stage.sandbox.control.countRequests({ query: { account: '1230' } })).toBe(0);
  });

  test('sends commands that a panel does not have: its port is closed', async () => {
    const { page } = await stage.connectedPanel();
    await using world = await isolatedWorldOf(stage.context, page);
    for (const command of ['accessToken', 'setClientSecret', 'authoriseLabs', 'disconnect', '__proto__']) {
      const ended = await world.evaluate(`new Promise((resolve) => {
        const port = chrome.runtime.connect({ name: 'panel' });
        port.onDisconnect.addListener(() => resolve('closed'));
        port.onMessage.addListener((message) => 'id' in message && resolve(message));
        port.postMessage({ id: 1, command: ${JSON.stringify(command)}, parameters: { ids: [], secret: 'x' } });
      })`);
      expect(ended, command).toBe('closed');
    }
    expect((await storedSecrets(stage.own)).lasting.refreshToken).toBeDefined();
  });

  test('goes on where its site is disabled: its port is closed', async () => {
    const { page } = await stage.connectedPanel();
    await using world = await isolatedWorldOf(stage.context, page);
    const connected = await world.evaluate(`new Promise((resolve) => {
      const port = chrome.runtime.connect({ name: 'panel' });
      globalThis.portEnded = new Promise((tell) => port.onDisconnect.addListener(() => tell('closed')));
      port.onMessage.addListener(() => resolve('connected'));
    })`);
    expect(connected).toBe('connected');
    await stage.own.evaluate(() => chrome.storage.local.set({ rspaceSites: [] }));
    expect(await world.evaluate('globalThis.portEnded')).toBe('closed');
    await page.locator('calira-bookings').waitFor({ state: 'detached' });
  });
});

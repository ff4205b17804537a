import type { BrowserContext, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Connection } from '../../../utils/calira/connection.ts';
import type { LabChoice } from '../../../utils/calira/lab-choice.ts';
import { authorisedLabs } from '../../../utils/calira/lab-choice.ts';
import { connect, signInToCalira } from '../../sandbox/connect.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import {
  authoriseHere,
  caliraOptions,
  configureHere,
  emptyHere,
  rspaceSites,
  someLabIds,
  tokensToStore,
} from '../../setup/stored-state.ts';
import type { Chromium, ChromiumOptions } from './chromium.ts';
import { extensionId, startChromium, usualPatience, usualViewport } from './chromium.ts';
import { deskOf } from './desk.ts';
import type { DocumentPage } from './document-page.ts';
import { openDocument } from './document-page.ts';
import type { PanelOnPage } from './panel.ts';
import { panelOn } from './panel.ts';
import { stopWorker } from './worker.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

/** As long as Playwright waits for what it looks for. A file may open its panel before its first test. */
const patience = { timeout: usualPatience, interval: 50 };

export interface OpenPanel extends DocumentPage {
  panel: PanelOnPage;
}

export interface ConnectedPanelOptions {
  labs?: readonly number[];
  field?: string;
  document?: string;
  /**
   * How the authorisation comes: `before` the document is opened, from Calira to where the extension keeps it; or
   * through the panel's button and Calira's `window`, for tests of that way. Calira skips its page then.
   */
  authorised?: 'before' | 'window';
}

/** A browser that is signed in to the sandbox's Calira, and an extension that can be put back to its beginning. */
export interface AuthorisationStage extends AsyncDisposable {
  sandbox: Sandbox;
  context: BrowserContext;
  /** A page of the extension's own that runs none of its code: it looks into storage as the background does. */
  own: Page;
  /** Closes what was open, but for the tab that the next document is opened in, and has Calira behave as usual. */
  leave(): Promise<void>;
  /**
   * Calira, RSpace and the browser are as they were when the stage was opened; what the extension remembers stays until
   * `reset`. For the test file that comes next.
   */
  renew(): Promise<void>;
  /** Leaves, and goes back to an extension that is configured for one of the clients and not connected. */
  reset(client?: 'public' | 'confidential'): Promise<void>;
  /**
   * What `reset` gives, without another worker: the extension is disconnected, as by a person, and forgets everything but
   * its configuration. Where that was changed, a sign-in is under way or the client was another one, it resets. For tests
   * that do not ask what a worker remembers.
   * @param kept a page that stays open.
   */
  freshStart(kept?: Page): Promise<void>;
  /** The extension is given an authorisation for these labs, from Calira to where it keeps it, without any window. */
  authorise(labs?: readonly number[]): Promise<void>;
  /** Opens a document with its panel. @param field the text field that is opened for editing before. */
  openPanel(field?: string, documentId?: string): Promise<OpenPanel>;
  /** The same, connected and with every booking listed. */
  connectedPanel(options?: ConnectedPanelOptions): Promise<OpenPanel>;
  /**
   * What `reset` and `connectedPanel` give, at a third of their price: where the extension is still connected, and to the
   * same labs, it is left as it is, with what it knows of Calira, and only the document is opened afresh. For tests that
   * do not ask what the extension remembers.
   */
  freshPanel(options?: Pick<ConnectedPanelOptions, 'field' | 'document'>): Promise<OpenPanel>;
  /** Calira skips its page at the next sign-in: it does so for who has authorised before, and that is seen to here. */
  skipConsent(): Promise<void>;
  popup(): Promise<Page>;
  stopWorker(): Promise<void>;
}

export async function openAuthorisationStage(options: ChromiumOptions = {}): Promise<AuthorisationStage> {
  await using opened = new AsyncDisposableStack();
  const sandbox = await startSandbox();
  opened.defer(() => sandbox.close());
  const looks = { viewport: usualViewport, reducedMotion: 'reduce' as const, ...options };
  const browser: Chromium = opened.use(await startChromium(looks));
  const { context } = browser;
  const desk = deskOf(context, looks);
  const own = await context.newPage();
  await own.goto(`chrome-extension://${extensionId}/icon/16.png`);
  await signIn(context, sandbox);
  const rest = opened.move();

  let client: 'public' | 'confidential' = 'public';
  /** Whether the extension has been configured for this client on this stage. */
  let configured = false;
  /** The labs of the connection that is to serve again. */
  let connected: string | undefined;

  async function leave(kept?: Page): Promise<void> {
    const stay = new Set([own, desk.tab(), kept]);
    for (const page of context.pages()) if (!stay.has(page)) await page.close();
    await desk.clear();
    const { control } = sandbox;
    control.clearFaults();
    control.setConsent('skipForConfidential');
    control.setRotation('forgiving');
    control.setAccessTokenLifetime(7200);
    control.clearRequests();
  }

  async function renew(): Promise<void> {
    client = 'public';
    configured = false;
    connected = undefined;
    context.removeAllListeners('page');
    sandbox.control.reset();
    await leave();
    context.setDefaultTimeout(usualPatience);
    await context.clearPermissions();
    await context.clearCookies();
    await signIn(context, sandbox);
  }

  const configuration = () => ({ calira: caliraOptions(sandbox, client), rspaceSites });

  async function untilDisconnected(): Promise<void> {
    await vi.waitFor(
      async () => expect(await storedConnectionOf(own)).toEqual({ state: 'disconnected' }),
      patience,
    );
    sandbox.control.clearRequests();
  }

  async function reset(next: 'public' | 'confidential' = 'public', kept?: Page): Promise<void> {
    client = next;
    connected = undefined;
    await leave(kept);
    await own.evaluate(emptyHere);
    await stopWorker(context, own);
    await own.evaluate(configureHere, {
      calira: caliraOptions(sandbox, client),
      secret: client === 'confidential' ? sandbox.clients.confidential.secret : '',
    });
    configured = true;
    // The worker writes this last when it has heard of another client: whatever it had before is given up by then.
    await untilDisconnected();
  }

  async function freshStart(kept?: Page): Promise<void> {
    if (!configured || client !== 'public') return reset('public', kept);
    await leave(kept);
    if (!(await own.evaluate(beginAgainHere, configuration()))) return reset('public', kept);
    await untilDisconnected();
  }

  async function openPanel(field?: string, documentId?: string): Promise<OpenPanel> {
    const document = await openDocument(context, sandbox.rspaceUrl, documentId, await desk.take());
    if (field) await document.edit(field);
    const panel = panelOn(document.page);
    await panel.open();
    return { ...document, panel };
  }

  async function authorise(labs: readonly number[] = someLabIds): Promise<void> {
    await own.evaluate(authoriseHere, await tokensToStore(sandbox, { client, labs }));
  }

  async function connectedPanel(options: ConnectedPanelOptions = {}): Promise<OpenPanel> {
    const { labs = someLabIds, field, document: id, authorised = 'before' } = options;
    if (authorised === 'before') await authorise(labs);
    else await connect(sandbox, { client, labs });
    const document = await openPanel(field, id);
    if (authorised === 'window') {
      sandbox.control.setConsent('skip');
      await document.panel.button('Connect to Calira').click();
    }
    await allRead(document);
    sandbox.control.setConsent('skipForConfidential');
    return document;
  }

  async function freshPanel({ field, document: id }: ConnectedPanelOptions = {}): Promise<OpenPanel> {
    if (connected && connected === (await connectedLabs(own))) {
      await leave();
      await own.evaluate(() => chrome.storage.local.remove('panelChoices'));
      const document = await openPanel(field, id);
      await allRead(document);
      return document;
    }
    await reset();
    const document = await connectedPanel({ ...(field ? { field } : {}), ...(id ? { document: id } : {}) });
    connected = await connectedLabs(own);
    return document;
  }

  async function skipConsent(): Promise<void> {
    await connect(sandbox, { client, labs: someLabIds });
    sandbox.control.setConsent('skip');
  }

  return {
    sandbox,
    context,
    own,
    leave: () => leave(),
    renew,
    reset: (next) => reset(next),
    freshStart,
    authorise,
    openPanel,
    connectedPanel,
    freshPanel,
    skipConsent,
    async popup() {
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 360, height: 600 });
      await popup.goto(`chrome-extension://${extensionId}/popup.html`);
      return popup;
    },
    stopWorker: () => stopWorker(context, own),
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

/** Waits until the list is complete and the details of what is in view have come. */
export async function allRead({ panel }: OpenPanel): Promise<void> {
  await panel.loaded();
  const unfinished = panel.region.getByRole('row').filter({ hasText: '…' });
  await vi.waitFor(async () => expect(await unfinished.count()).toBe(0), patience);
}

/** The browser has a session at Calira, as after signing in on its page. */
async function signIn(context: BrowserContext, sandbox: Sandbox): Promise<void> {
  const [name = '', value = ''] = (await signInToCalira(sandbox)).split('=');
  await context.addCookies([{ name, value, url: sandbox.caliraWebUrl }]);
}

/**
 * Disconnects, and forgets what is not configuration; runs in a page of the extension.
 * @returns whether it did: not where another configuration, or a sign-in under way, would have the worker do something
 *   later.
 */
async function beginAgainHere(configuration: Record<string, unknown>): Promise<boolean> {
  const stored = await chrome.storage.local.get<{ connection?: Connection; [key: string]: unknown }>();
  // The browser keeps its own order of keys.
  const isSame = (one: unknown, other: unknown): boolean =>
    one instanceof Object && other instanceof Object
      ? [...new Set(Object.keys({ ...one, ...other }))].every((key) =>
          isSame(Reflect.get(one, key), Reflect.get(other, key)),
        )
      : one === other;
  const isUsual =
    Object.entries(configuration).every(([key, value]) => isSame(stored[key], value)) &&
    !('excludedSites' in stored);
  if (!isUsual || stored.connection?.state === 'connecting') return false;
  await chrome.runtime.sendMessage({ command: 'setClientSecret', parameters: { secret: '' } });
  await chrome.runtime.sendMessage({ command: 'disconnect', parameters: {} });
  const kept = new Set([...Object.keys(configuration), 'connection']);
  const left = Object.keys(await chrome.storage.local.get()).filter((key) => !kept.has(key));
  await chrome.storage.local.remove(left);
  return true;
}

async function storedConnectionOf(own: Page): Promise<unknown> {
  const { connection } = await own.evaluate(() => chrome.storage.local.get('connection'));
  return connection;
}

/** The labs whose bookings may appear, where the extension is connected. */
async function connectedLabs(own: Page): Promise<string | undefined> {
  const { connection, labs } = await own.evaluate(() =>
    chrome.storage.local.get<{ connection?: Connection; labs?: LabChoice }>(['connection', 'labs']),
  );
  return connection?.state === 'connected' && labs
    ? authorisedLabs(labs)
        .map(({ id }) => id)
        .join()
    : undefined;
}

/** The state of the connection. */
export async function connectionOf(own: Page): Promise<unknown> {
  return (await storedConnectionOf(own)) ?? { state: 'disconnected' };
}

export interface StoredSecrets {
  session: Record<string, unknown>;
  /** The extension's IndexedDB, by key. */
  lasting: Record<string, unknown>;
}

/** Where tokens and secrets lie now. */
export function storedSecrets(own: Page): Promise<StoredSecrets> {
  return own.evaluate(async () => {
    const secrets = ['accessToken', 'refreshToken', 'pendingRevocations', 'clientSecret'];
    const session = await chrome.storage.session.get(secrets);
    const opening = indexedDB.open('keyval-store');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const store = opening.result.transaction('keyval').objectStore('keyval');
    const [keys, values] = await Promise.all(
      [store.getAllKeys(), store.getAll()].map(
        (request) =>
          new Promise<unknown[]>((resolve) => {
            request.onsuccess = () => resolve(request.result as unknown[]);
          }),
      ),
    );
    opening.result.close();
    return {
      session,
      lasting: Object.fromEntries(
        (keys ?? [])
          .map((key, index) => [String(key), values?.[index]] as const)
          .filter(([key]) => secrets.includes(key)),
      ),
    };
  });
}

/** What the toolbar button is called: its state in words. */
export const titleOf = (own: Page): Promise<string> => own.evaluate(() => chrome.action.getTitle({}));

/** What the extension keeps of bookings on the disk, by key. */
export function keptBookings(own: Page): Promise<Record<string, unknown>> {
  return own.evaluate(async () => {
    const name = 'calira-bookings';
    const found: Record<string, unknown> = {};
    // Opening it would create it, without the store that the extension expects.
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return found;
    const ended = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const database = await ended(indexedDB.open(name));
    const store = database.transaction('bookings').objectStore('bookings');
    const [keys, values] = await Promise.all([ended(store.getAllKeys()), ended(store.getAll())]);
    database.close();
    for (const [index, key] of keys.entries()) found[String(key)] = values[index];
    return found;
  });
}

export const badgeOf = (own: Page): Promise<string> => own.evaluate(() => chrome.action.getBadgeText({}));

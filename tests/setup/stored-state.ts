/** What the extension remembers, written from outside: the functions that end in `Here` run in a page of the extension. */
import type { browser } from 'wxt/browser';
import { ownerOf } from '../../utils/calira/token-owner.ts';
import type { ConnectOptions } from '../sandbox/connect.ts';
import { connect } from '../sandbox/connect.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Firefox knows it by this name, too. */
declare const chrome: typeof browser;

/** Imaging Core and Cytometry. */
export const someLabIds: readonly number[] = [1207, 1208];

/** The RSpace sites that the extension is active on, as the options page stores them. */
export const rspaceSites = ['https://*.researchspace.com/*', 'http://127.0.0.1/*'];

/** The options by which the extension finds the sandbox's Calira. */
export function caliraOptions(
  { clients, caliraWebUrl, caliraApiUrl }: Sandbox,
  client: keyof Sandbox['clients'],
) {
  return { clientId: clients[client].id, webUrl: caliraWebUrl, apiUrl: caliraApiUrl };
}

/** @returns tokens of Calira's, as the extension stores them. */
export async function tokensToStore(
  sandbox: Sandbox,
  { client = 'public', labs }: Pick<ConnectOptions, 'client' | 'labs'>,
): Promise<{ accessToken: object; refreshToken: object }> {
  const tokens = await connect(sandbox, { client, labs });
  const owner = ownerOf(caliraOptions(sandbox, client));
  return {
    accessToken: { token: tokens.access_token, expiresAt: Date.now() + tokens.expires_in * 1000, owner },
    refreshToken: { token: tokens.refresh_token, owner },
  };
}

/** Empties everything that the extension stores. */
export async function emptyHere(): Promise<void> {
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  const ended = (request: IDBRequest | IDBTransaction, event: 'success' | 'complete') =>
    new Promise((resolve) => request.addEventListener(event, resolve));
  for (const { name = '' } of await indexedDB.databases()) {
    const opening = indexedDB.open(name);
    await ended(opening, 'success');
    const database = opening.result;
    for (const store of database.objectStoreNames) {
      const emptying = database.transaction(store, 'readwrite');
      emptying.objectStore(store).clear();
      await ended(emptying, 'complete');
    }
    database.close();
  }
}

/** What the options page does; runs in a page of the extension. */
export async function configureHere({ calira, secret }: { calira: object; secret: string }): Promise<void> {
  // A worker that was being stopped may have left this behind.
  await chrome.storage.local.remove('connection');
  const rspaceSites = ['https://*.researchspace.com/*', 'http://127.0.0.1/*'];
  await chrome.storage.local.set({ calira, rspaceSites });
  await chrome.runtime.sendMessage({ command: 'setClientSecret', parameters: { secret } });
  const registered = async () =>
    (await chrome.scripting.getRegisteredContentScripts()).some(({ matches }) =>
      matches?.some((match) => match.startsWith('http://127.0.0.1/')),
    );
  while (!(await registered())) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * Leaves what a worker leaves that is stopped when Calira has just answered with tokens, and has that mended: the
 * extension does what follows an authorisation by itself, as after any other. Runs in a page of the extension.
 */
export async function authoriseHere(tokens: { accessToken: object; refreshToken: object }): Promise<void> {
  const recover = () => chrome.runtime.sendMessage({ command: 'recover', parameters: {} });
  // One that is under way has seen what was stored before.
  await recover();
  await chrome.storage.session.set(tokens);
  const connection = { state: 'connecting', since: Date.now(), from: 'disconnected', redeemed: true };
  await chrome.storage.local.set({ connection, givenUp: false });
  await recover();
}

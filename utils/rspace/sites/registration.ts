/** Content scripts are registered at run time, from the one list of enabled sites. */
import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { ActiveSites } from '../../site-pattern.ts';
import { isActive, isOnSite } from '../../site-pattern.ts';
import { auditMatches, documentMatches, isDocumentPath } from './document-page.ts';

type ContentScript = Browser.scripting.RegisteredContentScript;

/** Where content scripts belong. */
export interface Places extends ActiveSites {
  /** Hosts on which the button at the edge is hidden. */
  withoutButton: readonly string[];
}

const editorScript = '/content-scripts/rspace-editor.js';
const sharedScript = '/content-scripts/shared.js';
const tablesScript = '/content-scripts/rspace-tables.js';

/** What runs before the panel tells it about the button: so that is never seen, and nobody has to ask the background. */
function panelScripts(withoutButton: boolean): string[] {
  return [...(withoutButton ? ['/without-button.js'] : []), sharedScript, '/content-scripts/rspace.js'];
}

function wanted({ sites, excluded, withoutButton }: Places): ContentScript[] {
  const script = (id: string, js: string[], on: readonly string[], not: readonly string[]) => ({
    id,
    js,
    matches: documentMatches(on),
    // Always given: an update leaves alone what it does not name.
    excludeMatches: [...auditMatches(on), ...documentMatches(not)],
    runAt: 'document_idle' as const,
  });
  const scripts: ContentScript[] = [
    script('panel', panelScripts(false), sites, [...excluded, ...withoutButton]),
    script('panel-without-button', panelScripts(true), withoutButton, excluded),
    { ...script('editor', [editorScript], sites, excluded), world: 'MAIN' },
  ];
  return scripts.filter(({ matches = [] }) => sites.length > 0 && matches.length > 0);
}

/**
 * Brings the registered content scripts in line with the list of sites. Chromium loses registrations at every
 * update of the extension, so this runs at each start; doing it twice changes nothing.
 */
export async function reconcileRegistrations(places: Places): Promise<void> {
  const scripts = wanted(places);
  const registered = new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  const leftover = [...registered].filter((id) => !scripts.some((script) => script.id === id));
  if (leftover.length > 0) await browser.scripting.unregisterContentScripts({ ids: leftover });
  const [known, unknown] = [
    scripts.filter(({ id }) => registered.has(id)),
    scripts.filter(({ id }) => !registered.has(id)),
  ];
  if (known.length > 0) await browser.scripting.updateContentScripts(known);
  if (unknown.length > 0) await browser.scripting.registerContentScripts(unknown);
}

/**
 * Puts the content scripts into documents that are open already, so that nobody has to reload a page.
 *
 * @param served the tabs in which our script runs already: they are left alone.
 */
export async function injectIntoOpenTabs(places: Places, served: ReadonlySet<number>): Promise<void> {
  if (places.sites.length === 0) return;
  for (const { id, url } of await browser.tabs.query({ url: documentMatches(places.sites) })) {
    if (id === undefined || served.has(id) || !url) continue;
    if (!isActive(url, places) || !isDocumentPath(new URL(url).pathname)) continue;
    // A tab that has just been closed, or shows an error, must not keep the others waiting for a reload.
    await inject(id, panelScripts(isOnSite(url, places.withoutButton)), 'ISOLATED').catch(() => {});
    await inject(id, [editorScript], 'MAIN').catch(() => {});
  }
}

/** Puts the script that makes tables beside the panel's, which has asked for it. */
export async function injectTables(tabId: number): Promise<void> {
  await inject(tabId, [tablesScript], 'ISOLATED');
}

async function inject(tabId: number, files: string[], world: 'ISOLATED' | 'MAIN'): Promise<void> {
  // The polyfill's types know one file or one function; the browsers take a list.
  await browser.scripting.executeScript({ target: { tabId }, files: files as never, world });
}

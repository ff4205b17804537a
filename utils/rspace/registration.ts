/** Content scripts are registered at run time, from the one list of enabled sites. */
import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { documentMatches } from './document-page.ts';

type ContentScript = Browser.scripting.RegisteredContentScript;

function wanted(sites: readonly string[]): ContentScript[] {
  const matches = documentMatches(sites);
  if (matches.length === 0) return [];
  return [
    {
      id: 'panel',
      js: ['/content-scripts/rspace.js'],
      matches,
      runAt: 'document_idle',
    },
    {
      id: 'editor',
      js: ['/content-scripts/rspace-editor.js'],
      matches,
      runAt: 'document_idle',
      world: 'MAIN',
    },
  ];
}

/** @returns those of `sites` for which the browser has granted access. */
async function granted(sites: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: [site] })));
  return sites.filter((_, index) => answers[index]);
}

/**
 * Brings the registered content scripts in line with the list of sites. Chromium loses registrations at every
 * update of the extension, so this runs at each start; doing it twice changes nothing.
 */
export function reconcileRegistrations(sites: readonly string[]): Promise<void> {
  // One at a time: two that both see a script missing would both register it, and the second would be refused.
  return navigator.locks.request('content-scripts', () => reconcile(sites));
}

async function reconcile(sites: readonly string[]): Promise<void> {
  const scripts = wanted(await granted(sites));
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

/** Puts the content scripts into the documents that are open already, so that nobody has to reload a page. */
export async function injectIntoOpenTabs(sites: readonly string[]): Promise<void> {
  for (const script of wanted(await granted(sites))) {
    const tabs = await browser.tabs.query({ url: script.matches });
    for (const { id } of tabs) {
      if (id === undefined) continue;
      const injection = browser.scripting.executeScript({
        target: { tabId: id },
        files: (script.js ?? []) as never,
        world: script.world ?? 'ISOLATED',
      });
      // A tab that has just been closed, or shows an error, must not keep the others waiting for a reload.
      await injection.catch(() => {});
    }
  }
}

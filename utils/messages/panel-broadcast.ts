/**
 * News for every panel, in every tab and window. They travel as messages to tabs, not over the panels' ports: a port
 * ends with the worker, and a panel must hear of a sign-in even when nobody has woken the worker on its behalf.
 * The panels' end is `panel-news.ts`.
 */
import { browser } from 'wxt/browser';
import { documentMatches } from '../rspace/document-page.ts';
import { enabledSites } from '../rspace/sites.ts';
import type { PanelPush } from './panel.ts';

/** Tells every document page on an enabled RSpace. */
export async function tellPanels(message: PanelPush): Promise<void> {
  const tabs = await browser.tabs.query({ url: documentMatches(await enabledSites.get()) });
  // A tab whose page has not loaded our script yet has no listener: it will ask when its panel opens.
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? null : browser.tabs.sendMessage(id, message))),
  );
}

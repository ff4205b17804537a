/**
 * News for every panel, in every tab and window. They travel as messages to tabs, not over the panels' ports: a port
 * ends with the worker, and a panel must hear of a sign-in even when nobody has woken the worker on its behalf.
 * The panels' end is `panel-news.ts`.
 */
import { browser } from 'wxt/browser';
import { documentMatches } from '../rspace/sites/document-page.ts';
import { enabledSites } from '../rspace/sites/sites.ts';
import { isOnSite } from '../site-pattern.ts';
import type { PanelPush } from './panel.ts';

/** Tells every document page on an enabled RSpace. */
export async function tellPanels(message: PanelPush): Promise<void> {
  await tell(await documentTabs(), () => message);
}

/** Tells the script in one tab. @returns whether there is one. */
export async function tellTab(id: number, message: PanelPush): Promise<boolean> {
  return (await tell([{ id }], () => message)).has(id);
}

/**
 * Tells every script of ours, also on a server whose permission is gone, and with it the address of the tab.
 * @returns the tabs in which it was heard.
 */
export async function tellEverywhere(message: PanelPush): Promise<ReadonlySet<number>> {
  return tell(await browser.tabs.query({}), () => message);
}

/** Tells every document page whether the button at its edge is to be seen. */
export async function tellButton({ withoutButton }: { withoutButton: readonly string[] }): Promise<void> {
  const shown = (url = '') => !isOnSite(url, withoutButton);
  await tell(await documentTabs(), ({ url }) => ({ push: 'button', value: shown(url) }));
}

interface Tab {
  id?: number | undefined;
  url?: string | undefined;
}

async function documentTabs(): Promise<Tab[]> {
  return browser.tabs.query({ url: documentMatches(await enabledSites.get()) });
}

/** A script that was taken over may never answer; nobody waits for it longer than this (milliseconds). */
const patience = 2_000;

/** A tab whose page has not loaded our script yet has no listener: it will ask when its panel opens. */
async function tell(tabs: readonly Tab[], messageFor: (tab: Tab) => PanelPush): Promise<Set<number>> {
  const heard = new Set<number>();
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, patience);
  const attempts = tabs.map(async (tab) => {
    if (tab.id === undefined) return;
    const answered = browser.tabs.sendMessage(tab.id, messageFor(tab));
    await Promise.race([answered, late.promise]);
    heard.add(tab.id);
  });
  await Promise.allSettled(attempts);
  clearTimeout(timer);
  return heard;
}

/** The background's care for the content scripts: wherever the extension works, and only there. */
import { browser } from 'wxt/browser';
import { onPolicyChange } from '../../settings/managed.ts';
import type { ActiveSites } from '../../site-pattern.ts';
import { isOnSite } from '../../site-pattern.ts';
import { activeSites } from './active-sites.ts';
import { adoptWantedSites } from './enable-site.ts';
import { hiddenButtons } from './hidden-buttons.ts';
import type { Places } from './registration.ts';
import { injectIntoOpenTabs, reconcileRegistrations } from './registration.ts';
import { enabledSites, excludedSites } from './sites.ts';

interface News {
  /**
   * Tells every page on which our script runs where the extension works; a script that stands elsewhere leaves.
   * @returns the tabs in which a script heard it.
   */
  tellSites(active: ActiveSites): Promise<ReadonlySet<number>>;
  /** Tells the documents on these sites whether the button at the edge of the page is to be seen. */
  tellButton(places: Places): Promise<void>;
}

/**
 * Registers every listener at once and puts registrations right: at each start, after an update that has lost them,
 * and whenever the list, a permission or the policy changes, be it in the browser's own settings.
 */
export function keepSites({ tellSites, tellButton }: News): void {
  async function places(): Promise<Places> {
    const [active, hidden] = await Promise.all([activeSites(), hiddenButtons.get()]);
    return { ...active, withoutButton: hidden.filter((site) => isOnSite(site, active.sites)) };
  }

  // One at a time: two that both see a script missing would both register it, and the second would be refused.
  const inTurn = (work: () => Promise<void>) => navigator.locks.request('content-scripts', work);

  /** Pages that are open when the extension is updated keep their old panel, which says so. */
  const putRight = () => inTurn(async () => reconcileRegistrations(await places()));

  const follow = () =>
    inTurn(async () => {
      const now = await places();
      await reconcileRegistrations(now);
      const served = await tellSites({ sites: now.sites, excluded: now.excluded });
      await injectIntoOpenTabs(now, served);
    });

  const followButtons = () =>
    inTurn(async () => {
      const now = await places();
      await reconcileRegistrations(now);
      await tellButton(now);
    });

  browser.runtime.onInstalled.addListener(({ reason }) => (reason === 'install' ? follow() : putRight()));
  browser.permissions.onAdded.addListener(async () => {
    await adoptWantedSites();
    await follow();
  });
  browser.permissions.onRemoved.addListener(follow);
  enabledSites.watch(follow);
  excludedSites.watch(follow);
  hiddenButtons.watch(followButtons);
  onPolicyChange(follow);
  void putRight();
}

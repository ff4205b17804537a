import { computed } from '@preact/signals';
import { browser } from 'wxt/browser';
import { storedConnection } from '../../utils/calira/connection-item.ts';
import { authorisedApplicationsLink } from '../../utils/calira/links.ts';
import { askBackground } from '../../utils/messages/surface-client.ts';
import { caliraSettings } from '../../utils/settings/calira-settings.ts';
import { storedSignal } from '../ui/stored-signal.ts';
import { createLabsModel } from './labs-model.ts';
import { setUpSteps } from './set-up-steps.ts';
import { createSiteModel } from './site-model.ts';

export type PopupModel = Awaited<ReturnType<typeof createPopupModel>>;

/**
 * Everything behind the popup, read before it is drawn for the first time.
 *
 * @param query the popup's own: `?url=…` names a page where there is no tab to ask (the popup opened as a page).
 */
export async function createPopupModel(query: string) {
  const [connection, labs, calira, site] = await Promise.all([
    storedSignal(storedConnection),
    createLabsModel(),
    storedSignal(caliraSettings),
    pageAddress(query).then(createSiteModel),
  ]);
  const recover = () => askBackground('recover', {}).catch(() => null);

  /** Wakes the worker: what a stopped one left behind is put right. Then looks which labs Calira grants now. */
  async function bringUpToDate(): Promise<void> {
    await recover();
    if (connection.value.state === 'connected') await labs.read();
  }
  void bringUpToDate();

  return {
    connection,
    labs,
    site,
    /** What has to be in place before bookings can be inserted. */
    steps: computed(() => setUpSteps(connection.value, labs.choice.value, site.state.value)),
    /** Opens Calira's sign-in. How it ends is stored, and so shows in `connection`. */
    connect: () => void askBackground('connect', {}).catch(recover),
    disconnect: () => void askBackground('disconnect', {}).catch(() => null),
    openOptions: () => void browser.runtime.openOptionsPage(),
    /** Calira's page of authorised applications; follows Calira's address. */
    manageLink: () => authorisedApplicationsLink(calira.value.webUrl),
    caliraAddress: () => calira.value.webUrl,
  };
}

/** The address of the tab in front, which opening the popup allows to know (`activeTab`). */
async function pageAddress(query: string): Promise<string | undefined> {
  const named = new URLSearchParams(query).get('url');
  if (named) return named;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url;
}

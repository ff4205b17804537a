import { computed, effect, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { storedConnection } from '../../utils/calira/connection-item.ts';
import { authorisedApplicationsLink } from '../../utils/calira/links.ts';
import type { Failure } from '../../utils/messages/failure.ts';
import { askBackground } from '../../utils/messages/surface-client.ts';
import { enableSite } from '../../utils/rspace/sites/enable-site.ts';
import { caliraSettings } from '../../utils/settings/calira-settings.ts';
import { caliraOutOfReach } from '../ui/calira-access.ts';
import { offeredSitesSignal } from '../ui/offered-sites-signal.ts';
import { policySignal } from '../ui/policy-signal.ts';
import { storedSignal } from '../ui/stored-signal.ts';
import { createLabsModel } from './labs-model.ts';
import { pageInFront } from './page-in-front.ts';
import type { SiteState } from './set-up-steps.ts';
import { setUpSteps } from './set-up-steps.ts';
import { createSiteModel } from './site-model.ts';

/** An RSpace to be enabled; with its address where it is not that of the page in front. */
interface Waiting {
  host: string;
  address?: string;
}

export type PopupModel = Awaited<ReturnType<typeof createPopupModel>>;

/**
 * Everything behind the popup, read before it is drawn for the first time.
 *
 * @param query the popup's own: `?url=…` names a page where there is no tab to ask (the popup opened as a page).
 */
export async function createPopupModel(query: string) {
  const [connection, labs, calira, site, offered, policy, outOfReach] = await Promise.all([
    storedSignal(storedConnection),
    createLabsModel(),
    storedSignal(caliraSettings),
    pageInFront(query).then(createSiteModel),
    offeredSitesSignal(),
    policySignal(),
    caliraOutOfReach(),
  ]);
  const recover = () => askBackground('recover', {}).catch(() => null);

  /** Wakes the worker: what a stopped one left behind is put right. Then looks which labs Calira grants now. */
  async function bringUpToDate(): Promise<void> {
    await recover();
    if (connection.value.state === 'connected') await labs.read();
  }
  void bringUpToDate();

  /** How an attempt to authorise more labs ended: told once, and kept on screen until something else happens. */
  const attempt = signal<Failure | null>(null);
  effect(() => {
    const { value } = connection;
    if (value.state !== 'connected') attempt.value = null;
    else if (value.failure) {
      attempt.value = value.failure;
      void askBackground('failureSeen', {}).catch(() => null);
    }
  });

  const waiting = computed<Waiting | null>(() => {
    if (site.site.kind === 'web' && !site.enabled.value && site.isRSpace.value)
      return { host: site.site.host };
    const [address] = offered.value;
    return address === undefined ? null : { host: new URL(address).hostname, address };
  });
  const siteState = computed<SiteState>(() =>
    waiting.value ? 'notEnabled' : site.enabled.value ? 'enabled' : 'other',
  );

  return {
    connection,
    attempt,
    labs,
    site,
    /** What has to be in place before bookings can be inserted. */
    steps: computed(() =>
      setUpSteps(connection.value, labs.choice.value, siteState.value, site.fieldOpen.value),
    ),
    /** The RSpace that waits to be enabled: the page in front, or else one that the institution names. */
    waiting,
    enableWaiting(): void {
      const other = waiting.value?.address;
      if (other === undefined) void site.enable();
      else void enableSite(other);
    },
    policy,
    /** Match patterns of Calira's addresses that the browser does not let the extension reach. */
    outOfReach,
    /** Opens Calira's sign-in. How it ends is stored, and so shows in `connection`. */
    connect: () => void askBackground('connect', {}).catch(recover),
    disconnect: () => void askBackground('disconnect', {}).catch(() => null),
    openOptions: () => void browser.runtime.openOptionsPage(),
    /** Calira's page of authorised applications; follows Calira's address. */
    manageLink: () => authorisedApplicationsLink(calira.value.webUrl),
    caliraAddress: () => calira.value.webUrl,
  };
}

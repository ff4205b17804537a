import { batch, computed, signal } from '@preact/signals';
import { askBackground } from '../../utils/messages/surface-client.ts';
import type { RSpaceAnswer } from '../../utils/rspace/editor/ask-rspace.ts';
import { isDocumentPath } from '../../utils/rspace/sites/document-page.ts';
import { disableSite, enableSite } from '../../utils/rspace/sites/enable-site.ts';
import { hiddenButtons } from '../../utils/rspace/sites/hidden-buttons.ts';
import { enabledSites, excludedSites } from '../../utils/rspace/sites/sites.ts';
import { isActive, isOnSite } from '../../utils/site-pattern.ts';
import { accessSignal, mayReach } from '../ui/host-access.ts';
import { storedSignal } from '../ui/stored-signal.ts';
import type { PageInFront } from './page-in-front.ts';
import { askInTab } from './page-in-front.ts';
import { looksLikeRSpace, siteOf } from './site.ts';

export type SiteModel = Awaited<ReturnType<typeof createSiteModel>>;

/** The popup is drawn without what its page and the page's server have not said by then (milliseconds). */
const patience = 250;

/** The page that the popup was opened on, and whether the extension works there. */
export async function createSiteModel({ address, tabId, named }: PageInFront) {
  const site = siteOf(address);
  const web = site.kind === 'web' ? site : null;
  /** What the page's server says of itself; null where it has not said, or could not be asked. */
  const answer = signal<RSpaceAnswer | null>(null);
  const onDocument = web !== null && tabId !== undefined && isDocumentPath(new URL(web.url).pathname);
  /** Whether a text field is open for editing; null where nobody can tell. */
  const fieldOpen = signal<boolean | null>(null);
  const fieldAsked = (async () => {
    if (onDocument) fieldOpen.value = await askBackground('isFieldOpen', { tabId }).catch(() => null);
  })();
  const asked = (async () => {
    if (web && tabId !== undefined) answer.value = await askInTab(tabId, new URL('/', web.url).href);
  })();
  const [sites, excluded, hidden, granted] = await Promise.all([
    storedSignal(enabledSites),
    storedSignal(excludedSites),
    storedSignal(hiddenButtons),
    web ? accessSignal(web.pattern) : signal(false),
    Promise.race([Promise.all([asked, fieldAsked]), new Promise((resolve) => setTimeout(resolve, patience))]),
  ]);
  /** Whether the latest request for access was refused. */
  const refused = signal(false);
  /** Whether the panel was asked for in vain. */
  const noPanel = signal(false);

  const enabled = computed(
    () =>
      web !== null && granted.value && isActive(web.url, { sites: sites.value, excluded: excluded.value }),
  );

  async function enable(): Promise<void> {
    if (!web) return;
    const outcome = await enableSite(web.url);
    const reachable = await mayReach(web.pattern);
    batch(() => {
      refused.value = outcome === 'refused';
      granted.value = reachable;
    });
  }

  async function setButton(shown: boolean): Promise<void> {
    if (!web) return;
    const others = (await hiddenButtons.get()).filter((one) => one !== web.pattern);
    await hiddenButtons.set(shown ? others : [...others, web.pattern]);
  }

  return {
    site,
    enabled,
    answer,
    /** Whether this is an RSpace, as far as one can tell: from its own word, or else from its address. */
    isRSpace: computed<boolean | null>(() => {
      if (answer.value?.kind === 'rspace') return true;
      if (answer.value?.kind === 'other') return false;
      return web && (named || looksLikeRSpace(web.url)) ? true : null;
    }),
    refused,
    enable,
    async disable(): Promise<void> {
      if (web) await disableSite(web.pattern);
    },
    /** Whether the page is one on which the panel can be opened. */
    onDocument,
    fieldOpen,
    /** Opens the panel. @returns whether there is one. */
    async showPanel(): Promise<boolean> {
      const shown = tabId !== undefined && (await askBackground('showPanel', { tabId }).catch(() => false));
      noPanel.value = !shown;
      return shown;
    },
    noPanel,
    /** Whether the button at the edge of the page is to be seen on this host. */
    buttonShown: computed(() => web !== null && !isOnSite(web.url, hidden.value)),
    setButton,
  };
}

import * as database from 'idb-keyval';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { authoriseSilently, openAuthWindow } from '../utils/calira/auth-window.ts';
import { showBadge } from '../utils/calira/badge.ts';
import { createBookingCache } from '../utils/calira/booking-cache.ts';
import { bookingDatabase } from '../utils/calira/booking-database.ts';
import { createBookingFeed } from '../utils/calira/booking-feed.ts';
import { createBookingStore } from '../utils/calira/booking-store.ts';
import { createCaliraClient } from '../utils/calira/client.ts';
import type { Connection } from '../utils/calira/connection.ts';
import { askedOwner, givenUp, storedConnection } from '../utils/calira/connection-item.ts';
import { expectAuthorised } from '../utils/calira/expect-authorised.ts';
import { createGrantedLabs } from '../utils/calira/granted-labs.ts';
import { authorisedKey, labsForPanel } from '../utils/calira/lab-choice.ts';
import { storedLabChoice } from '../utils/calira/lab-choice-item.ts';
import { createLastingDatabase } from '../utils/calira/lasting-database.ts';
import * as protocol from '../utils/calira/oauth.ts';
import { configuredClient, configuredOwner } from '../utils/calira/oauth-client.ts';
import { panelGreeting } from '../utils/calira/panel-greeting.ts';
import { createPendingRevocations } from '../utils/calira/pending-revocations.ts';
import { createSession } from '../utils/calira/session.ts';
import { testConnection } from '../utils/calira/test-connection.ts';
import { ownerOf } from '../utils/calira/token-owner.ts';
import { createTokenStore } from '../utils/calira/token-store.ts';
import { keptRead } from '../utils/kept-read.ts';
import { answerMessages } from '../utils/messages/answer-messages.ts';
import { askForField } from '../utils/messages/field-question.ts';
import { openPopup } from '../utils/messages/open-popup.ts';
import { tellButton, tellEverywhere, tellPanels, tellTab } from '../utils/messages/panel-broadcast.ts';
import { createPanelServer } from '../utils/messages/panel-server.ts';
import { isPanelSender } from '../utils/messages/policy.ts';
import { createSurfaceServer } from '../utils/messages/surface-server.ts';
import { createTablesServer } from '../utils/messages/tables-server.ts';
import { leaveCalira } from '../utils/rspace/sites/leave-calira.ts';
import { injectTables } from '../utils/rspace/sites/registration.ts';
import { keepSites } from '../utils/rspace/sites/site-keeper.ts';
import { hostPattern } from '../utils/settings/address.ts';
import { startedBefore } from '../utils/settings/browser-session.ts';
import { caliraSettings } from '../utils/settings/calira-settings.ts';
import { clientSecret } from '../utils/settings/client-secret.ts';
import { institutionColumns } from '../utils/settings/institution-columns.ts';
import { isSwitchedOff, onPolicyChange } from '../utils/settings/managed.ts';
import { forgetFilters, onOutputChosen, rememberChoices } from '../utils/settings/panel-choices-item.ts';
import { restrictStorage } from '../utils/settings/restrict-storage.ts';
import { stayConnected, stayConnectedChoice } from '../utils/settings/stay-connected.ts';
import { openWelcomePage } from '../utils/settings/welcome-page.ts';

/** Constructs everything and registers every listener before the first `await`: a worker may have been started for one. */
export default defineBackground({
  type: 'module',
  main() {
    const settings = keptRead(caliraSettings.get);
    caliraSettings.watch(settings.forget);
    const lasting = createLastingDatabase(database);
    const revocations = createPendingRevocations(protocol.revokeToken, Date.now, stayConnected, lasting);
    const session = createSession({
      protocol,
      tokens: createTokenStore(stayConnected, lasting),
      revocations,
      connection: storedConnection,
      askedOwner,
      givenUp,
      client: configuredClient,
      owner: async () => configuredOwner(await settings()),
      redirectUrl: () => browser.identity.getRedirectURL(),
      openWindow: openAuthWindow,
      authoriseSilently,
      exclusively: (lock, work) => navigator.locks.request(lock, work),
      onAuthorised: async () => {
        await feed.clear();
        await labs.authorised();
      },
      onDisconnected: async () => {
        await feed.clear();
        await labs.forget();
        await forgetFilters();
      },
      stayConnected,
      startedBefore,
      now: Date.now,
    });
    const webUrl = async () => (await settings()).webUrl;
    const client = createCaliraClient({
      apiUrl: async () => (await settings()).apiUrl,
      accessToken: session.accessToken,
      refused: session.refused,
    });
    const labs = createGrantedLabs(client, storedLabChoice, Date.now);
    const cache = createBookingCache(createBookingStore(bookingDatabase()), Date.now);
    const tellRead = (value: number) => panels.tell({ push: 'read', value });
    const feed = createBookingFeed({ client, labs, cache, webUrl, tellRead, now: Date.now });

    const panels = createPanelServer(
      {
        connect: session.connect,
        openOptions: () => browser.runtime.openOptionsPage(),
        openCalira: async () => void (await browser.tabs.create({ url: await webUrl() })),
        openLabs: openPopup,
        dismissLost: labs.dismissLost,
        load: async (wish, context) => {
          await recovered;
          expectAuthorised(await storedConnection.get());
          return feed.load(wish, context);
        },
        details: feed.details,
        renewDetails: feed.renewDetails,
        remember: ({ choices }) => rememberChoices(choices),
      },
      isPanelSender,
      async () => {
        // Nobody hears of a state that a stopped worker, or a browser that was closed, has left behind.
        await recovered;
        return panelGreeting();
      },
    );
    const surfaces = createSurfaceServer(
      {
        connect: async () => {
          if (!(await isSwitchedOff())) await session.connect();
        },
        disconnect: session.disconnect,
        failureSeen: session.failureSeen,
        recover: async () => {
          await session.recover();
          await revocations.retry();
        },
        authoriseLabs: ({ ids }) => labs.decide(ids),
        readLabs: async () => void (await labs.read()),
        setClientSecret: async ({ secret }) => {
          await clientSecret.set(secret);
          // With a secret, Calira may skip the page that it showed before.
          await askedOwner.set('');
        },
        hasClientSecret: async () => (await clientSecret.get()) !== null,
        testConnection: async () => {
          const [settings, secret] = await Promise.all([caliraSettings.get(), clientSecret.get()]);
          const redirectUrl = browser.identity.getRedirectURL();
          return testConnection({ ...settings, clientSecret: secret, redirectUrl }, (address) =>
            browser.permissions.contains({ origins: [hostPattern(address)] }),
          );
        },
        showPanel: ({ tabId }) => tellTab(tabId, { push: 'show', value: null }),
        isFieldOpen: ({ tabId }) => askForField(tabId),
      },
      browser.runtime.getURL('/'),
    );

    /** Where the institution has switched the extension off, nobody stays connected. */
    const endWhereSwitchedOff = async () => {
      if (await isSwitchedOff()) await session.disconnect();
    };

    browser.runtime.onConnect.addListener(panels.connect);
    answerMessages(surfaces, createTablesServer(isPanelSender, injectTables));
    // A browser that starts wakes the worker by this, for what stands below.
    browser.runtime.onStartup.addListener(() => {});
    browser.commands.onCommand.addListener((_, tab) => {
      if (tab?.id !== undefined) void tellTab(tab.id, { push: 'show', value: null });
    });
    browser.runtime.onInstalled.addListener(({ reason }) => void (reason === 'install' && openWelcomePage()));
    keepSites({
      tellSites: (active) => {
        void panels.judgeAgain();
        return tellEverywhere({ push: 'sites', value: active });
      },
      tellButton,
    });
    caliraSettings.watch(async (settings, previous) => {
      // Calira is told that tokens are given up while it can still be reached.
      if (ownerOf(settings) !== ownerOf(previous)) await session.reconfigured().catch(() => {});
      await leaveCalira(previous);
    });
    stayConnectedChoice.watch(session.stayConnectedChanged);
    onOutputChosen((value) => void tellPanels({ push: 'chosen', value }));
    onPolicyChange(async () => {
      void tellPanels({ push: 'columns', value: await institutionColumns() });
      await session.stayConnectedChanged();
      await endWhereSwitchedOff();
    });
    const tellOnButton = (value: Connection) =>
      showBadge(value, `${i18n.t('extension.name')} · ${i18n.t(`popup.state.${value.state}`)}`);
    storedConnection.watch((value) => void tellPanels({ push: 'connection', value }));
    storedConnection.watch((value) => void tellOnButton(value));
    storedLabChoice.watch(async (choice, previous) => {
      if (authorisedKey(choice) !== authorisedKey(previous)) await feed.clear();
      await tellPanels({ push: 'labs', value: labsForPanel(choice) });
    });

    void restrictStorage();
    const recovered = session
      .recover()
      .then(endWhereSwitchedOff)
      .catch(() => {});
    void recovered.then(revocations.retry);
    // The browser forgets a badge and a title when it ends.
    void storedConnection.get().then(tellOnButton);
  },
});

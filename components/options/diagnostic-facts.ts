import { browser } from 'wxt/browser';
import { storedConnection } from '../../utils/calira/connection-item.ts';
import { authorisedLabs } from '../../utils/calira/lab-choice.ts';
import { storedLabChoice } from '../../utils/calira/lab-choice-item.ts';
import { askBackground } from '../../utils/messages/surface-client.ts';
import { enabledSites, excludedSites } from '../../utils/rspace/sites/sites.ts';
import { caliraSettings } from '../../utils/settings/calira-settings.ts';
import { managedSettings } from '../../utils/settings/managed.ts';
import { stayConnected } from '../../utils/settings/stay-connected.ts';
import type { DiagnosticFacts } from './diagnostic-report.ts';

/** @returns how the extension is set up now, in counts and addresses. */
export async function diagnosticFacts(): Promise<DiagnosticFacts> {
  const { clientId, webUrl, apiUrl } = await caliraSettings.get();
  const choice = await storedLabChoice.get();
  const scripts = await browser.scripting.getRegisteredContentScripts();
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    language: `${browser.i18n.getUILanguage()} (${locale})`,
    timeZone,
    connection: await storedConnection.get(),
    clientKnown: clientId !== '',
    secretStored: await askBackground('hasClientSecret', {}),
    caliraWebUrl: webUrl,
    caliraApiUrl: apiUrl,
    redirectUrl: browser.identity.getRedirectURL(),
    stayConnected: await stayConnected(),
    labs: { granted: choice.granted.length, authorised: authorisedLabs(choice).length },
    enabledSites: await enabledSites.get(),
    excludedSites: await excludedSites.get(),
    grantedHosts: (await browser.permissions.getAll()).origins ?? [],
    registeredOn: [...new Set(scripts.flatMap(({ matches }) => matches ?? []))],
    policy: Object.keys(await managedSettings()),
    now: new Date(),
  };
}

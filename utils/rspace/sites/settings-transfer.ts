/** What the settings file holds, read from where it is stored and put there. */
import { hostPattern } from '../../settings/address.ts';
import { chosenCaliraSettings } from '../../settings/calira-settings.ts';
import { rememberChoices, storedPanelChoices } from '../../settings/panel-choices-item.ts';
import type { FileSettings } from '../../settings/settings-file.ts';
import { stayConnectedChoice } from '../../settings/stay-connected.ts';
import { addSite } from './enable-site.ts';
import { builtInSites, enabledSites, siteAddresses } from './sites.ts';

/** @returns what the person has chosen; nothing of what an institution's policy says. */
export async function chosenSettings(): Promise<FileSettings> {
  const [calira, sites, addresses, { form, columns, documentLanguage = null }, stayConnected] =
    await Promise.all([
      chosenCaliraSettings.get(),
      enabledSites.get(),
      siteAddresses.get(),
      storedPanelChoices.get(),
      stayConnectedChoice.get(),
    ]);
  const own = sites.filter((site) => !builtInSites.includes(site));
  const rspaceUrls = own.map((site) => addresses[site] ?? site.replace(/\*$/, ''));
  return { calira, rspaceUrls, form, columns, documentLanguage, stayConnected };
}

/** Puts settings in force. For a server that the browser has not granted yet, the options offer to ask. */
export async function adoptSettings({
  calira,
  rspaceUrls,
  form,
  columns,
  documentLanguage,
  stayConnected,
}: FileSettings): Promise<void> {
  await chosenCaliraSettings.set(calira);
  await stayConnectedChoice.set(stayConnected);
  await rememberChoices({ form, columns, documentLanguage });
  const known = await enabledSites.get();
  for (const url of rspaceUrls) if (!known.includes(hostPattern(url))) await addSite(url);
}

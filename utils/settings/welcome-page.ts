import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { managedSettings } from './managed.ts';
import { storedItem } from './stored-item.ts';

/** A browser may report an installation again, of an extension that is loaded unpacked at every start. */
const welcomed = storedItem('local:welcomed', v.boolean(), false);

/** Opens the welcome page, once; never where the institution wants none or has switched the whole extension off. */
export async function openWelcomePage(): Promise<void> {
  const { welcomePage, enabled } = await managedSettings();
  if (welcomePage === false || enabled === false || (await welcomed.get())) return;
  await welcomed.set(true);
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

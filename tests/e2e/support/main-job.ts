import type { Sandbox } from '../../sandbox/sandbox.ts';
import { authorise, caliraWindow, signIn } from './calira-window.ts';
import type { Chromium } from './chromium.ts';
import { openDocument } from './document-page.ts';
import { configure } from './options-page.ts';
import { panelOn } from './panel.ts';

/** The labs that tests authorise where it does not matter which. */
export const someLabs = ['Imaging Core', 'Cytometry'];

/** Enters the sandbox's addresses and its public client on the options page. */
export function configureFor({ context }: Pick<Chromium, 'context'>, sandbox: Sandbox): Promise<void> {
  return configure(context, {
    clientId: sandbox.clients.public.id,
    caliraWebUrl: sandbox.caliraWebUrl,
    caliraApiUrl: sandbox.caliraApiUrl,
    rspaceUrls: [sandbox.rspaceUrl],
  });
}

/** Opens a document with the field *Method* in edit mode and the panel connected, all bookings loaded. */
export async function readyToInsert(browser: Chromium, sandbox: Sandbox, labs: readonly string[] = someLabs) {
  await configureFor(browser, sandbox);
  const document = await openDocument(browser.context, sandbox.rspaceUrl);
  await document.edit('Method');
  const panel = panelOn(document.page);
  await panel.open();
  const window = await caliraWindow(browser.context, () => panel.button('Connect to Calira').click());
  await signIn(window);
  await authorise(window, labs);
  await panel.loaded();
  return { document, panel };
}

/** In a Firefox that speaks Norwegian, which it calls `nb-NO`: so does the extension, and so does what it inserts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { norwegian } from '../../utils/rspace/output/words/norwegian.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { byRole, click, waitForText } from './support/by-role.ts';
import { startFirefox, takePicture } from './support/firefox.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const browser: typeof extensionApi;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

test('the pages, the panel and the columns are in Norwegian', async () => {
  await using firefox = await startFirefox({ language: 'nb-NO' });
  const options = await firefox.openOwn('options.html');
  expect(await options.title()).toBe('Innstillinger: Calira-reservasjoner for RSpace');
  expect(await options.evaluate(() => document.documentElement.lang)).toBe('nb');
  await byRole(options, 'checkbox', norwegian.columns.bookedBy);
  await takePicture(options, 'norwegian');
  await options.evaluate(
    (calira) => browser.storage.local.set({ calira, rspaceSites: ['http://127.0.0.1/*'] }),
    {
      clientId: sandbox.clients.public.id,
      webUrl: sandbox.caliraWebUrl,
      apiUrl: sandbox.caliraApiUrl,
    },
  );
  const page = await firefox.openTab(`${sandbox.rspaceUrl}workspace/editor/structuredDocument/123`);
  await click(page, 'button', 'Sett inn Calira-reservasjon');
  await byRole(page, 'region', 'Calira-reservasjoner');
  await byRole(page, 'button', 'Koble til Calira');
  await waitForText(
    page,
    'Koble til Calira for å sette inn instrumentreservasjonene dine i dette dokumentet.',
  );
  await takePicture(page, 'panel-norwegian');
});

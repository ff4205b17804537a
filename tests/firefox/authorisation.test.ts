/** In a real Firefox: an authorisation that expires, which labs may appear, and who cannot read the tokens. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { allByRole, byRole, click, waitForText } from './support/by-role.ts';
import { takePicture } from './support/firefox.ts';
import { authorise, loaded } from './support/job.ts';
import type { FirefoxStage } from './support/stage.ts';
import { openStage } from './support/stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const browser: typeof extensionApi;

const expired = 'Invalid Calira user or client token: your authorisation has expired.';

let stage: FirefoxStage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  page = await stage.connectedPanel();
});
afterAll(() => stage[Symbol.asyncDispose]());

test('after the authorisation has expired, one click reconnects, and the selection is kept', async () => {
  const { firefox, sandbox } = stage;
  await page.bringToFront();
  const { id } = sandbox.control.specimen('todayLate');
  await click(page, 'checkbox', `Select booking ${id}`);
  sandbox.control.revokeRefreshTokens();
  sandbox.control.expireAccessTokens();
  await click(page, 'button', 'Refresh');
  await waitForText(page, expired);
  await takePicture(page, 'expired');
  await authorise(firefox, page, 'Reconnect', []);
  await loaded(page);
  await waitForText(page, '1 selected');
  expect(await allByRole(page, 'button', 'Reconnect')).toEqual([]);
});

test('a lab that is unticked in the popup takes its bookings away', async () => {
  await page.bringToFront();
  const all = await count();
  const popup = await stage.firefox.openOwn(`popup.html?url=${encodeURIComponent(stage.sandbox.rspaceUrl)}`);
  await click(popup, 'checkbox', 'Cytometry');
  await click(popup, 'button', 'Authorise');
  await waitForText(popup, /Saved: 1 of \d+ labs/);
  await popup.setViewport({ width: 360, height: 600 });
  await takePicture(popup, 'popup');
  await popup.close();
  await page.bringToFront();
  await loaded(page);
  expect(await count()).toBeLessThan(all);
  expect(await count()).toBeGreaterThan(0);
});

/** How many bookings the panel lists. */
async function count(): Promise<number> {
  const grid = await byRole(page, 'grid', 'Bookings');
  return grid.evaluate((element) => Number(element.getAttribute('aria-rowcount')));
}

test('tokens are out of reach for content scripts and for the page', async () => {
  const { own, sandbox } = stage;
  const secrets = await own.evaluate(async () => {
    const opening = indexedDB.open('keyval-store');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading = opening.result.transaction('keyval').objectStore('keyval').get('refreshToken');
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    const { accessToken } = await browser.storage.session.get('accessToken');
    return [accessToken, reading.result].map((stored) => (stored as { token: string }).token);
  });
  expect(secrets.map((secret) => secret.length > 10)).toEqual([true, true]);

  const read = await own.evaluate(
    async (origin) => {
      const [tab] = await browser.tabs.query({ url: `${origin}*` });
      const [world] = await browser.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        func: async () => {
          const areas = ['local', 'session', 'sync', 'managed'] as const;
          const stored = areas.map((area) => Promise.resolve(browser.storage[area]?.get(null)).catch(String));
          const messages = ['getAccessToken', 'hasClientSecret', 'recover'].map((command) =>
            browser.runtime.sendMessage({ command, parameters: {} }).catch(String),
          );
          const databases = await indexedDB.databases();
          return JSON.stringify([await Promise.all([...stored, ...messages]), databases, document.cookie]);
        },
      });
      return String(world?.result);
    },
    sandbox.rspaceUrl.replace(/:\d+\/$/, '/'),
  );
  expect(read).toContain('rspaceSites');
  const onPage = await page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      document.querySelector('calira-bookings')?.shadowRoot?.textContent,
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      'browser' in globalThis,
    ]),
  );
  expect(onPage).toMatch(/\[\],false\]$/);
  for (const secret of secrets) {
    expect(read).not.toContain(secret);
    expect(onPage).not.toContain(secret);
  }
});

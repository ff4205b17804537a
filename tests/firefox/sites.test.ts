/** In a real Firefox: an RSpace on a host that the extension has to ask for. */
import { expect, test, vi } from 'vitest';
import { byRole, click } from './support/by-role.ts';
import { patience } from './support/firefox.ts';
import { openStage } from './support/stage.ts';

test('enabling it brings the panel to the open tab without a reload, and disabling takes it away', async () => {
  await using stage = await openStage();
  const { firefox, sandbox } = stage;
  const site = sandbox.rspaceUrl.replace('127.0.0.1', 'localhost');
  const page = await firefox.openTab(`${site}workspace/editor/structuredDocument/123`);
  const hosts = () => page.evaluate(() => document.querySelectorAll('calira-bookings').length);
  expect(await hosts()).toBe(0);
  const popup = await firefox.openOwn(`popup.html?url=${encodeURIComponent(site)}`);
  await click(popup, 'button', 'Enable on localhost');
  await byRole(popup, 'button', 'Disable on localhost');
  await page.bringToFront();
  await click(page, 'button', 'Insert Calira booking');
  await byRole(page, 'region', 'Calira bookings');
  await popup.bringToFront();
  await click(popup, 'button', 'Disable on localhost');
  await byRole(popup, 'button', 'Enable on localhost');
  await vi.waitUntil(async () => (await hosts()) === 0, patience);
});

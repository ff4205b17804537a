/** Who decides whether a connection outlives the browser: the institution, then the person. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stayConnected, stayConnectedChoice } from '../../../utils/settings/stay-connected.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.restoreAllMocks();
});

test.each<{ policy: Record<string, unknown>; choice: boolean | null; stays: boolean }>([
  { policy: {}, choice: null, stays: true },
  { policy: {}, choice: true, stays: true },
  { policy: {}, choice: false, stays: false },
  { policy: { stayConnected: false }, choice: true, stays: false },
  { policy: { stayConnected: false }, choice: null, stays: false },
  { policy: { stayConnected: true }, choice: false, stays: true },
  { policy: { somethingElse: 1 }, choice: false, stays: false },
])('policy $policy, choice $choice: $stays', async ({ policy, choice, stays }) => {
  vi.spyOn(browser.storage.managed, 'get').mockResolvedValue(policy as never);
  if (choice !== null) await stayConnectedChoice.set(choice);
  expect(await stayConnected()).toBe(stays);
});

test('Firefox rejects where there is no policy', async () => {
  vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
  await stayConnectedChoice.set(false);
  expect(await stayConnected()).toBe(false);
});

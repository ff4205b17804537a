/** A build with an institution's own server (`WXT_RSPACE_URLS`). */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fakeLocks } from '../support/fake-locks.ts';

const cloud = 'https://*.researchspace.com/*';
const ntnu = 'https://rspace.ntnu.no/*';

beforeEach(() => {
  fakeBrowser.reset();
  fakeLocks();
  vi.resetModules();
  vi.stubEnv('WXT_RSPACE_URLS', 'https://rspace.ntnu.no:8443/');
  Object.assign(browser.permissions, {
    request: async () => true,
    remove: () => Promise.reject(new Error('You cannot remove required permissions.')),
    contains: async () => true,
  });
  vi.spyOn(browser.storage.managed, 'get').mockResolvedValue({} as never);
});
afterEach(() => {
  vi.unstubAllEnvs();
  // The files that come next in this worker have no built-in server.
  vi.resetModules();
});

test('it can be disabled like any other, and enabled again', async () => {
  const { disableSite, enableSite } = await import('../../../utils/rspace/sites/enable-site.ts');
  const { activeSites } = await import('../../../utils/rspace/sites/active-sites.ts');
  expect(await activeSites()).toEqual({ sites: [cloud, ntnu], excluded: [] });
  await disableSite(ntnu);
  expect(await activeSites()).toEqual({ sites: [cloud, ntnu], excluded: [ntnu] });
  expect(await enableSite('https://rspace.ntnu.no:8443/')).toBe('enabled');
  expect(await activeSites()).toEqual({ sites: [cloud, ntnu], excluded: [] });
});

test('it is asked what it is at the port that was built in', async () => {
  const { siteAddresses } = await import('../../../utils/rspace/sites/sites.ts');
  expect(await siteAddresses.get()).toEqual({ [ntnu]: 'https://rspace.ntnu.no:8443/' });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  disableSite,
  enabledSites,
  enableSite,
  hostOfSite,
  isBuiltIn,
  isOnSite,
} from '../../../utils/rspace/sites.ts';
import { caliraSettings, defaultCaliraSettings } from '../../../utils/settings/calira-settings.ts';

const cloud = 'https://*.researchspace.com/*';
const ntnu = 'https://rspace.ntnu.no/*';
const request = vi.fn();
const remove = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  request.mockReset().mockResolvedValue(true);
  remove.mockReset().mockResolvedValue(true);
  Object.assign(browser.permissions, { request, remove });
});

describe('enabling', () => {
  it('asks for the host without its port, and then lists it', async () => {
    expect(await enableSite('https://rspace.ntnu.no:8443/workspace')).toBe('enabled');
    expect(request.mock.calls).toEqual([[{ origins: [ntnu] }]]);
    expect(await enabledSites.get()).toEqual([cloud, ntnu]);
  });

  it('asks before anything else happens: later, the browser would no longer see the click', () => {
    void enableSite('https://rspace.ntnu.no/');
    expect(request).toHaveBeenCalledTimes(1);
  });

  it.each(['https://rspace.ntnu.no/', 'https://lab.researchspace.com/'])(
    'lists %s once, but asks again for a permission that may be gone',
    async (address) => {
      await enabledSites.set([cloud, ntnu]);
      expect(await enableSite(address)).toBe('known');
      expect(request).toHaveBeenCalledTimes(1);
      expect(await enabledSites.get()).toEqual([cloud, ntnu]);
    },
  );

  it.each([
    ['the person', () => request.mockResolvedValue(false)],
    ['the browser', () => request.mockRejectedValue(new Error('Only permissions specified in the manifest'))],
  ])('lists nothing that %s refuses', async (_who, refuse) => {
    refuse();
    expect(await enableSite('https://rspace.ntnu.no/')).toBe('refused');
    expect(await enabledSites.get()).toEqual([cloud]);
  });
});

describe('disabling', () => {
  it('takes the site off the list and gives the permission back', async () => {
    await enabledSites.set([cloud, ntnu]);
    await disableSite(ntnu);
    expect(await enabledSites.get()).toEqual([cloud]);
    expect(remove.mock.calls).toEqual([[{ origins: [ntnu] }]]);
  });

  it('keeps a permission that Calira needs', async () => {
    await caliraSettings.set({ ...defaultCaliraSettings, apiUrl: 'https://rspace.ntnu.no:9443/v1/' });
    await enabledSites.set([cloud, ntnu]);
    await disableSite(ntnu);
    expect(await enabledSites.get()).toEqual([cloud]);
    expect(remove).not.toHaveBeenCalled();
  });

  it('is content with a permission that cannot be given back', async () => {
    remove.mockRejectedValue(new Error('You cannot remove required permissions.'));
    await enabledSites.set([cloud, ntnu]);
    await disableSite(ntnu);
    expect(await enabledSites.get()).toEqual([cloud]);
  });
});

it.each([
  ['https://lab.researchspace.com/workspace', true],
  ['https://researchspace.com/', true],
  ['https://rspace.ntnu.no:8443/', true],
  ['http://rspace.ntnu.no/', false],
  ['https://notresearchspace.com/', false],
  ['https://rspace.ntnu.no.example.org/', false],
  ['https://other.ntnu.no/', false],
  ['rspace.ntnu.no', false],
])('%s is on an enabled site: %s', (url, on) => {
  expect(isOnSite(url, [cloud, ntnu])).toBe(on);
});

it('names hosts as people read them, and knows which site always stays', () => {
  expect([cloud, ntnu].map(hostOfSite)).toEqual(['*.researchspace.com', 'rspace.ntnu.no']);
  expect([cloud, ntnu].map(isBuiltIn)).toEqual([true, false]);
});

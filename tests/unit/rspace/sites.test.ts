import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { activeSites } from '../../../utils/rspace/sites/active-sites.ts';
import { adoptWantedSites, disableSite, enableSite } from '../../../utils/rspace/sites/enable-site.ts';
import { leaveCalira } from '../../../utils/rspace/sites/leave-calira.ts';
import { offeredSites } from '../../../utils/rspace/sites/offered-sites.ts';
import { enabledSites, excludedSites, siteAddresses } from '../../../utils/rspace/sites/sites.ts';
import { chosenCaliraSettings, defaultCaliraSettings } from '../../../utils/settings/calira-settings.ts';
import { isActive } from '../../../utils/site-pattern.ts';
import { fakeLocks } from '../support/fake-locks.ts';

const cloud = 'https://*.researchspace.com/*';
const demo = 'https://demo.researchspace.com/*';
const ntnu = 'https://rspace.ntnu.no/*';
const request = vi.fn();
const remove = vi.fn();
let granted: Set<string>;
let policy: Record<string, unknown>;

beforeEach(() => {
  fakeBrowser.reset();
  fakeLocks();
  granted = new Set([cloud, demo]);
  policy = {};
  request.mockReset().mockImplementation(async ({ origins }: { origins: string[] }) => {
    for (const one of origins) granted.add(one);
    return true;
  });
  remove.mockReset().mockResolvedValue(true);
  const contains = async ({ origins }: { origins: string[] }) => origins.every((one) => granted.has(one));
  const getAll = async () => ({ permissions: [], origins: [...granted] });
  Object.assign(browser.permissions, { request, remove, contains, getAll });
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => policy as never);
});

describe('enabling', () => {
  it('asks for the host without its port, and then lists it with the address to ask it at', async () => {
    expect(await enableSite('https://rspace.ntnu.no:8443/workspace')).toBe('enabled');
    expect(request.mock.calls).toEqual([[{ origins: [ntnu] }]]);
    expect(await enabledSites.get()).toEqual([cloud, ntnu]);
    expect(await siteAddresses.get()).toEqual({ [ntnu]: 'https://rspace.ntnu.no:8443/' });
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
  ])('lists nothing that %s refuses, not even when the host is granted later', async (_who, refuse) => {
    refuse();
    expect(await enableSite('https://rspace.ntnu.no/')).toBe('refused');
    granted.add(ntnu);
    await adoptWantedSites();
    expect(await enabledSites.get()).toEqual([cloud]);
  });

  it('two at once are both listed', async () => {
    await Promise.all([enableSite('https://rspace.ntnu.no/'), enableSite('https://rspace.example.org/')]);
    expect(await enabledSites.get()).toEqual([cloud, ntnu, 'https://rspace.example.org/*']);
  });
});

describe('a popup that the browser closed when it asked', () => {
  beforeEach(() => {
    request.mockReturnValue(new Promise(() => {}));
  });

  it('has left word of what was wanted, and the background lists it once it is granted', async () => {
    void enableSite('https://rspace.ntnu.no:8443/workspace');
    await vi.waitFor(async () => {
      granted.add(ntnu);
      await adoptWantedSites();
      expect(await enabledSites.get()).toEqual([cloud, ntnu]);
    });
  });

  it('leaves the list alone while nothing is granted', async () => {
    void enableSite('https://rspace.ntnu.no/');
    await adoptWantedSites();
    expect(await enabledSites.get()).toEqual([cloud]);
  });

  it('a host that is granted for something else, such as Calira, is not listed', async () => {
    granted.add('https://calira.example/*');
    await adoptWantedSites();
    expect(await enabledSites.get()).toEqual([cloud]);
  });
});

describe('disabling', () => {
  it('takes the site off the list and gives the permission back', async () => {
    await enabledSites.set([cloud, ntnu]);
    await disableSite(ntnu);
    expect(await enabledSites.get()).toEqual([cloud]);
    expect(await excludedSites.get()).toEqual([]);
    expect(remove.mock.calls).toEqual([[{ origins: [ntnu] }]]);
  });

  it('on a host of RSpace’s own cloud records an exclusion, which enabling takes back', async () => {
    await disableSite(demo);
    expect(await enabledSites.get()).toEqual([cloud]);
    expect(await excludedSites.get()).toEqual([demo]);
    expect(await activeSites()).toEqual({ sites: [cloud], excluded: [demo] });
    expect(await enableSite('https://demo.researchspace.com/workspace')).toBe('enabled');
    expect(await excludedSites.get()).toEqual([]);
    expect(await enabledSites.get()).toEqual([cloud]);
  });

  it('keeps a permission that Calira needs', async () => {
    await chosenCaliraSettings.set({ ...defaultCaliraSettings, apiUrl: 'https://rspace.ntnu.no:9443/v1/' });
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

describe('another Calira', () => {
  const former = {
    clientId: 'a',
    webUrl: 'https://web.example.org/',
    apiUrl: 'https://api.example.org:8443/v1/',
  };
  const given = () => remove.mock.calls.map(([{ origins }]) => origins[0]);

  it('gives back the access to the hosts of the one before', async () => {
    await leaveCalira(former);
    expect(given()).toEqual(['https://web.example.org/*', 'https://api.example.org/*']);
  });

  it('keeps what the addresses share that are in force', async () => {
    await chosenCaliraSettings.set({ ...former, webUrl: 'https://new.example.org/' });
    await leaveCalira(former);
    expect(given()).toEqual(['https://web.example.org/*']);
  });

  it('keeps what a policy only overlays, and what an RSpace lives on', async () => {
    policy = { caliraWebUrl: 'https://policy.example.org/', caliraApiUrl: 'https://policy.example.org/v1/' };
    await chosenCaliraSettings.set({ ...defaultCaliraSettings, webUrl: former.webUrl });
    await enabledSites.set([cloud, 'https://api.example.org/*']);
    await leaveCalira(former);
    expect(given()).toEqual([]);
  });

  it('is content with what cannot be given back', async () => {
    remove.mockRejectedValue(new Error('You cannot remove required permissions.'));
    await leaveCalira(former);
    expect(given()).toHaveLength(2);
  });
});

describe('the extension works', () => {
  it('on listed sites that the browser grants', async () => {
    await enabledSites.set([cloud, ntnu]);
    expect(await activeSites()).toEqual({ sites: [cloud], excluded: [] });
    granted.add(ntnu);
    expect(await activeSites()).toEqual({ sites: [cloud, ntnu], excluded: [] });
  });

  it('on a single host of RSpace’s cloud that was enabled after the browser’s settings took the cloud away', async () => {
    granted.clear();
    expect(await activeSites()).toEqual({ sites: [], excluded: [] });
    await enableSite('https://demo.researchspace.com/workspace');
    granted.add('https://calira.example/*');
    expect(await activeSites()).toEqual({ sites: [demo], excluded: [] });
    await disableSite(demo);
    expect(isActive('https://demo.researchspace.com/', await activeSites())).toBe(false);
  });

  it('nowhere once the institution has switched it off', async () => {
    policy = { enabled: false };
    expect(await activeSites()).toEqual({ sites: [], excluded: [] });
  });
});

describe('the institution’s servers', () => {
  const urls = ['https://rspace.ntnu.no/', 'https://demo.researchspace.com/'];

  it('are offered until they are enabled', async () => {
    policy = { rspaceUrls: urls };
    expect(await offeredSites()).toEqual(['https://rspace.ntnu.no/']);
    await enableSite('https://rspace.ntnu.no/');
    expect(await offeredSites()).toEqual([]);
  });

  it('are offered again when the browser has taken the permission away', async () => {
    policy = { rspaceUrls: urls };
    await enableSite('https://rspace.ntnu.no/');
    granted.delete(ntnu);
    expect(await offeredSites()).toEqual(['https://rspace.ntnu.no/']);
  });

  it('are not offered where everything is switched off', async () => {
    policy = { rspaceUrls: urls, enabled: false };
    expect(await offeredSites()).toEqual([]);
  });
});

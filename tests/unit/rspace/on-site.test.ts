import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storage } from 'wxt/utils/storage';
import { enabledSites } from '../../../utils/rspace/sites/sites.ts';
import { hostOfSite, isActive, isOnSite } from '../../../utils/site-pattern.ts';

const cloud = 'https://*.researchspace.com/*';
const ntnu = 'https://rspace.ntnu.no/*';

describe('an address is on a site', () => {
  test.each([
    ['https://rspace.ntnu.no/workspace', ntnu],
    ['https://rspace.ntnu.no:8443/workspace', ntnu],
    ['https://RSPACE.ntnu.NO/', ntnu],
    ['https://researchspace.com/', cloud],
    ['https://lab.researchspace.com/', cloud],
    ['https://eu.lab.researchspace.com/', cloud],
    ['http://127.0.0.1:5173/', 'http://127.0.0.1/*'],
    ['http://[::1]:5173/', 'http://[::1]/*'],
    ['https://xn--bcher-kva.example/', 'https://xn--bcher-kva.example/*'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/*'],
  ])('%s on %s', (url, site) => {
    expect(isOnSite(url, [site])).toBe(true);
  });
});

describe('an address is not on a site', () => {
  test.each([
    ['another scheme', 'http://rspace.ntnu.no/', ntnu],
    ['no web page', 'ftp://rspace.ntnu.no/', ntnu],
    ['a subdomain of a single host', 'https://test.rspace.ntnu.no/', ntnu],
    ['a longer host', 'https://rspace.ntnu.no.evil.example/', ntnu],
    ['a host that ends alike', 'https://evilresearchspace.com/', cloud],
    ['a host that begins alike', 'https://researchspace.com.evil.example/', cloud],
    ['a user name', 'https://rspace.ntnu.no@evil.example/', ntnu],
    ['a path', 'https://evil.example/rspace.ntnu.no/', ntnu],
    ['a question', 'https://evil.example/?https://rspace.ntnu.no/', ntnu],
    ['a file', 'file:///rspace.ntnu.no/', ntnu],
    ['a blob', 'blob:https://rspace.ntnu.no/1234', ntnu],
    ['another host with a final dot', 'https://rspace.ntnu.no./', ntnu],
    ['no address', 'rspace.ntnu.no', ntnu],
    ['nothing', '', ntnu],
  ])('%s', (_what, url, site) => {
    expect(isOnSite(url, [site])).toBe(false);
  });

  test('where there are no sites', () => {
    expect(isOnSite('https://rspace.ntnu.no/', [])).toBe(false);
  });
});

test.each([
  ['https://lab.researchspace.com/', true],
  ['https://demo.researchspace.com/workspace', false],
  ['https://rspace.ntnu.no/', false],
])('the extension works at %s: %s', (url, works) => {
  expect(isActive(url, { sites: [cloud], excluded: ['https://demo.researchspace.com/*'] })).toBe(works);
});

test('hosts are named as people read them', () => {
  expect([cloud, ntnu].map(hostOfSite)).toEqual(['*.researchspace.com', 'rspace.ntnu.no']);
});

describe('the stored list', () => {
  beforeEach(() => fakeBrowser.reset());

  test.each([
    ['a host with a port', ['https://rspace.ntnu.no:8443/*']],
    ['everything', ['https://*/*']],
    ['all schemes', ['<all_urls>']],
    ['no pattern', ['rspace.ntnu.no']],
    ['a path', ['https://rspace.ntnu.no/workspace/*']],
    ['no list', { 0: ntnu }],
    ['numbers', [7]],
  ])('is RSpace’s own cloud where it was corrupted with %s', async (_what, stored) => {
    await storage.setItem('local:rspaceSites', stored);
    expect(await enabledSites.get()).toEqual([cloud]);
  });

  test('keeps a server that is known by its IPv6 address, and those beside it', async () => {
    await enabledSites.set([cloud, ntnu, 'http://[::1]/*']);
    expect(await enabledSites.get()).toEqual([cloud, ntnu, 'http://[::1]/*']);
  });
});

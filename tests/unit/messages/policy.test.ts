import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isPanelSender } from '../../../utils/messages/policy.ts';
import { enabledSites, excludedSites } from '../../../utils/rspace/sites/sites.ts';
import { sender } from '../support/panel-and-background.ts';

const cloud = 'https://*.researchspace.com/*';
const document = '/workspace/editor/structuredDocument/123';

/** The site whose permission the browser has taken away. */
let taken: string;

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(browser.runtime, { id: 'test-extension-id' });
  const contains = async ({ origins = [] }: { origins?: string[] }) => !origins.includes(taken);
  Object.assign(browser.permissions, { contains, getAll: async () => ({ origins: [cloud] }) });
  taken = '';
  await enabledSites.set([cloud, 'https://rspace.ntnu.no/*']);
});

describe('a panel is', () => {
  test.each([
    ['on RSpace’s own cloud', `https://lab.researchspace.com${document}`],
    ['on an enabled server', `https://rspace.ntnu.no${document}`],
    ['on a port of it', `https://rspace.ntnu.no:8443${document}`],
    ['in a notebook entry', 'https://rspace.ntnu.no/notebook/editor/structuredDocument/9'],
    ['with whatever follows', `https://rspace.ntnu.no${document}?editMode=true#field_1`],
  ])('%s', async (_where, url) => {
    expect(await isPanelSender(sender({ url }))).toBe(true);
  });
});

describe('no panel is', () => {
  test.each([
    ['on a server that is not enabled', { url: `https://rspace.example.org${document}` }],
    ['on a look-alike', { url: `https://rspace.ntnu.no.evil.example${document}` }],
    ['on a look-alike of the cloud', { url: `https://evilresearchspace.com${document}` }],
    ['behind a name and password', { url: `https://rspace.ntnu.no@evil.example${document}` }],
    ['without https', { url: `http://rspace.ntnu.no${document}` }],
    ['on another page of RSpace', { url: 'https://rspace.ntnu.no/workspace' }],
    ['on an old revision', { url: 'https://rspace.ntnu.no/audit/editor/structuredDocument/123' }],
    ['in a frame', { frameId: 3 }],
    ['without a frame', { frameId: undefined }],
    ['without a tab', { tab: undefined }],
    ['another extension', { id: 'somebody-else' }],
    ['without an address', { url: undefined }],
    ['with an address that is none', { url: 'about:blank' }],
    ['with an address that cannot be read', { url: 'https://' }],
  ])('%s', async (_what, over) => {
    expect(await isPanelSender(sender(over as Parameters<typeof sender>[0]))).toBe(false);
  });

  test('nobody at all', async () => {
    expect(await isPanelSender(undefined)).toBe(false);
  });

  test('where the site has been disabled since', async () => {
    await enabledSites.set([cloud]);
    expect(await isPanelSender(sender({ url: `https://rspace.ntnu.no${document}` }))).toBe(false);
  });

  test('on a host that was excluded', async () => {
    await excludedSites.set(['https://demo.researchspace.com/*']);
    expect(await isPanelSender(sender({ url: `https://demo.researchspace.com${document}` }))).toBe(false);
    expect(await isPanelSender(sender({ url: `https://lab.researchspace.com${document}` }))).toBe(true);
  });

  test('where the browser has taken the permission away', async () => {
    taken = 'https://rspace.ntnu.no/*';
    expect(await isPanelSender(sender({ url: `https://rspace.ntnu.no${document}` }))).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { looksLikeRSpace, siteOf } from '../../../components/popup/site.ts';

it.each([
  ['no address', undefined, { kind: 'none' }],
  ['nonsense', 'rspace', { kind: 'none' }],
  ['the browser’s own page', 'chrome://extensions/', { kind: 'none' }],
  ['a page of the extension', 'chrome-extension://abc/options.html', { kind: 'none' }],
  ['a file', 'file:///home/ada/notes.html', { kind: 'none' }],
  ['http', 'http://rspace.example.org/workspace', { kind: 'insecure', host: 'rspace.example.org' }],
])('says nothing of sites for %s', (_what, address, site) => {
  expect(siteOf(address)).toEqual(site);
});

it.each([
  ['https://rspace.ntnu.no/workspace?a=1', 'rspace.ntnu.no', 'https://rspace.ntnu.no/*'],
  ['https://rspace.ntnu.no:8443/workspace', 'rspace.ntnu.no', 'https://rspace.ntnu.no/*'],
  ['http://127.0.0.1:4711/workspace', '127.0.0.1', 'http://127.0.0.1/*'],
  ['http://localhost:4711/', 'localhost', 'http://localhost/*'],
])('%s is a site, its port left out', (address, host, pattern) => {
  expect(siteOf(address)).toEqual({ kind: 'web', host, url: address, pattern });
});

it.each([
  ['https://rspace.ntnu.no/', true],
  ['https://demo.researchspace.com/', true],
  ['https://eln.example.org/workspace', true],
  ['https://eln.example.org/notebook/editor/structuredDocument/12', true],
  ['https://eln.example.org/workspaces', false],
  ['https://example.org/?q=rspace', false],
])('%s looks like an RSpace: %j', (address, expected) => {
  expect(looksLikeRSpace(address)).toBe(expected);
});

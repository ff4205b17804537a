import { describe, expect, test } from 'vitest';
import { hostPattern, isLoopback, parseAddress } from '../../../utils/settings/address.ts';

describe('an address is read', () => {
  test.each([
    ['https://rspace.example.ac.uk', 'https://rspace.example.ac.uk/'],
    ['https://rspace.example.ac.uk/', 'https://rspace.example.ac.uk/'],
    ['  https://rspace.example.ac.uk  ', 'https://rspace.example.ac.uk/'],
    ['rspace.example.ac.uk', 'https://rspace.example.ac.uk/'],
    ['rspace.example.ac.uk:8443', 'https://rspace.example.ac.uk:8443/'],
    ['HTTPS://RSpace.Example.ac.UK', 'https://rspace.example.ac.uk/'],
    ['https://rspace.example.ac.uk:443/', 'https://rspace.example.ac.uk/'],
    ['https://rspace.example.ac.uk/workspace?x=1#y', 'https://rspace.example.ac.uk/workspace/'],
    ['https://api.clustermarket.com/v1', 'https://api.clustermarket.com/v1/'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
    ['https://a/../b', 'https://a/b/'],
    ['http://127.0.0.1:5173', 'http://127.0.0.1:5173/'],
    ['http://localhost:5173/v1/', 'http://localhost:5173/v1/'],
    ['http://[::1]:5173', 'http://[::1]:5173/'],
    ['https://[2001:db8::1]', 'https://[2001:db8::1]/'],
    ['https://192.168.1.7', 'https://192.168.1.7/'],
  ])('%s as %s', (written, read) => {
    expect(parseAddress(written)).toBe(read);
    expect(parseAddress(read), 'its normal form is its own').toBe(read);
  });
});

describe('no address is', () => {
  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['http', 'http://rspace.example.ac.uk'],
    ['http on another computer of this network', 'http://192.168.1.7'],
    ['a look-alike of this computer', 'http://localhost.evil.example'],
    ['this computer as a user name', 'http://localhost@evil.example'],
    ['a user name', 'https://ada@rspace.example.ac.uk'],
    ['a password', 'https://ada:secret@rspace.example.ac.uk'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a file', 'file:///etc/passwd'],
    ['ftp', 'ftp://rspace.example.ac.uk'],
    ['a page of the browser', 'chrome://settings'],
    ['no host', 'https://'],
    ['a star', 'https://*.example.ac.uk'],
    ['a sentence', 'our RSpace server'],
    ['an impossible port', 'https://rspace.example.ac.uk:99999'],
  ])('%s: %o', (_what, written) => {
    expect(parseAddress(written)).toBeNull();
  });
});

test.each([
  ['http://127.0.0.1:5173/', true],
  ['http://localhost/', true],
  ['http://[::1]/', true],
  ['http://127.0.0.2/', false],
  ['http://0.0.0.0/', false],
  ['http://localhost.example/', false],
])('%s never leaves this computer: %s', (url, is) => {
  expect(isLoopback(new URL(url))).toBe(is);
});

test.each([
  ['https://rspace.example.ac.uk:8443/workspace/', 'https://rspace.example.ac.uk/*'],
  ['http://127.0.0.1:5173/', 'http://127.0.0.1/*'],
  ['http://[::1]:5173/', 'http://[::1]/*'],
])('the permission that reaches %s is %s, without a port', (address, pattern) => {
  expect(hostPattern(address)).toBe(pattern);
});

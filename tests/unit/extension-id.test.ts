import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CHROMIUM_KEY, GECKO_ID } from '../../utils/extension-id.ts';
import { EXTENSION_REDIRECT_URIS } from '../sandbox/redirect-uris.ts';

/** Every OAuth application that an institution has registered names these: other ones would lock everybody out. */
const registered = {
  chromium: 'https://pjkpkedglajkdpnkgejiobfipgodnmjf.chromiumapp.org/',
  firefox: 'https://110bec2468b51b6bb4b2669473c5b832e9202c72.extensions.allizom.org/',
};

test('Chromium’s redirect URL follows from the key in the manifest, and stays', () => {
  const hash = createHash('sha256').update(Buffer.from(CHROMIUM_KEY, 'base64')).digest('hex');
  const id = [...hash.slice(0, 32)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
  expect(`https://${id}.chromiumapp.org/`).toBe(registered.chromium);
});

test('Firefox’s redirect URL follows from the add-on’s id, and stays', () => {
  const hash = createHash('sha1').update(GECKO_ID).digest('hex');
  expect(`https://${hash}.extensions.allizom.org/`).toBe(registered.firefox);
});

test('the sandbox knows both', () => {
  expect(EXTENSION_REDIRECT_URIS).toEqual([registered.chromium, registered.firefox]);
});

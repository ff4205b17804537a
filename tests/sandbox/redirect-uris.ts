import { createHash } from 'node:crypto';
import { CHROMIUM_KEY, GECKO_ID } from '../../utils/extension-id.ts';

/** The extension's id in Chromium: 32 letters from a to p, the first 128 bits of the key's SHA-256. */
export const chromiumId = (key: string): string =>
  createHash('sha256')
    .update(Buffer.from(key, 'base64'))
    .digest('hex')
    .slice(0, 32)
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** The addresses to which the browsers' `identity.launchWebAuthFlow` returns for this extension. */
export const EXTENSION_REDIRECT_URIS: readonly string[] = [
  `https://${chromiumId(CHROMIUM_KEY)}.chromiumapp.org/`,
  `https://${createHash('sha1').update(GECKO_ID).digest('hex')}.extensions.allizom.org/`,
];

/**
 * The identities that keep both OAuth redirect URLs stable.
 *
 * Chromium derives the extension's id, and with it `https://ID.chromiumapp.org/`, from the manifest `key`
 * (https://developer.chrome.com/docs/extensions/reference/manifest/key); Firefox derives
 * `https://SHA1.extensions.allizom.org/` from the add-on's id
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity/getRedirectURL).
 */

/** The public key (base64 of its SPKI) whose hash is the Chromium extension id. */
export const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyu3XO1E2rfsDBDAvqSc3j9cUF8TUogX0yh7SFNcMYGGywmYWJb52j9FszmXYvL8lsNOVzTW3GlbURHwtgSo9XZBmihP6VIDpaIyagUk88F/XEtGaY+T0yrQ+SXP31Jx9bes5I3Vhca6JK+iN+rvHJvaGkksNKQyS/pfO/dGp9bIk2j1WZxmU2ueBvDSZpDOD5MIzpiHKYQA7mIEA3HEPAlPEzwRIsZgT0eev5Yxwl8P0QvBLRMw6/s6la3X4R0xfmn6kLwcIGiCY0ZICT5u5kw56qU9m5C9FtOmtIUZQNV26hED6aaT8zHqqPQzU1gY0Pk522Vygwow/CGb29xRx9QIDAQAB';

/** The Firefox add-on id. */
export const GECKO_ID = '{24a64cd6-a034-4532-8eed-053441815f8e}';

import type { Plugin } from 'vite';

/**
 * Takes the browser's own object in place of the polyfill's (3 kB gzip). All that Chromium has promises today, from
 * the version on that the manifest asks for, except as an answer to a message (`utils/messages/answer-messages.ts`). Firefox's
 * pages keep the polyfill, which hands Firefox's own object through.
 */
export const withoutPolyfill: Plugin = {
  name: 'without-polyfill',
  enforce: 'pre',
  resolveId(id) {
    return id === '@wxt-dev/webextension-polyfill/browser' ? this.resolve('@wxt-dev/browser') : null;
  },
};

import process from 'node:process';
import { SUPPORTED_LOCALES } from '@wxt-dev/i18n/build';
import { defineConfig } from 'wxt';
import { lateParts } from './build/late-parts.ts';
import { lightWxt } from './build/light-wxt.ts';
import { minifyFurther } from './build/minify-further.ts';
import { joinTexts, numberedTexts } from './build/numbered-texts.ts';
import { plainFileNames } from './build/plain-file-names.ts';
import { fromSharedScript, intoSharedScript } from './build/shared-script.ts';
import { withoutInnerHtml } from './build/without-inner-html.ts';
import { withoutPolyfill } from './build/without-polyfill.ts';
import { CHROMIUM_KEY, GECKO_ID } from './utils/extension-id.ts';
import { hostPattern } from './utils/settings/address.ts';
import { readBuildTime } from './utils/settings/build-time.ts';

const rspaceCloud = 'https://*.researchspace.com/*';

/** The sandbox build reaches the servers on this computer as well, and differs in nothing else. */
const sandbox = {
  required: ['http://127.0.0.1/*', 'https://127.0.0.1/*'],
  optional: ['http://localhost/*'],
  connect: 'http://127.0.0.1:* http://localhost:*',
};

let forFirefox = false;

/** What makes tables: the background brings it to a panel that needs it (`utils/rspace/sites/registration.ts`). */
const tablesScript = { module: '/rspace.content/tables.ts', file: 'content-scripts/rspace-tables.js' };

/** What stands as `__MSG_…__` below. */
const textsOfManifest = ['extension_name', 'extension_description', 'command_openPanel'];

// Norwegian, without a warning: Chrome's documentation lists `no`, but for a browser in Norwegian neither Chromium nor
// Firefox looks into `_locales/no`; `nb` both do, and so every extension calls it (https://github.com/gorhill/uBlock/issues/102).
SUPPORTED_LOCALES.add('nb');

/** https://wxt.dev/api/config.html */
export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  hooks: {
    'build:before': ({ config }) => {
      forFirefox = config.browser === 'firefox';
    },
    'build:publicAssets': (_, files) => joinTexts(files, textsOfManifest),
    'vite:build:extendConfig': (entrypoints, config) => {
      if (config.mode === 'sandbox') {
        // Otherwise it would be a sixth heavier: what tells developers where an element was written.
        process.env.NODE_ENV = 'production';
        config.define = { ...config.define, 'process.env.NODE_ENV': '"production"' };
      }
      config.plugins?.push(lightWxt, numberedTexts, withoutInnerHtml, fromSharedScript);
      if (entrypoints.some(({ name }) => name === 'rspace'))
        config.plugins?.push(lateParts(tablesScript), intoSharedScript);
      config.plugins?.push(plainFileNames, minifyFurther);
      config.build = { ...config.build, modulePreload: { polyfill: false } };
      const onPages = entrypoints.every(({ type }) => type === 'content-script');
      if (onPages || !forFirefox) config.plugins?.push(withoutPolyfill);
    },
  },
  manifest: ({ browser, mode }) => {
    const inSandbox = mode === 'sandbox';
    const { rspaceUrls, webUrl, apiUrl } = readBuildTime(process.env);
    const required = [...rspaceUrls, webUrl, apiUrl].map(hostPattern);
    return {
      name: '__MSG_extension_name__',
      description: '__MSG_extension_description__',
      default_locale: 'en',
      permissions: ['activeTab', 'identity', 'scripting', 'storage'],
      host_permissions: [...new Set([rspaceCloud, ...required, ...(inSandbox ? sandbox.required : [])])],
      optional_host_permissions: ['https://*/*', ...(inSandbox ? sandbox.optional : [])],
      content_security_policy: {
        extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https:${inSandbox ? ` ${sandbox.connect}` : ''}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      },
      incognito: 'not_allowed',
      storage: { managed_schema: 'managed-schema.json' },
      commands: {
        // Chromium gives no extension Alt+Shift+C: that is taken by the browser itself.
        'open-panel': {
          suggested_key: { default: 'Alt+Shift+K', mac: 'MacCtrl+Shift+K' },
          description: '__MSG_command_openPanel__',
        },
      },
      action: { default_title: '__MSG_extension_name__' },
      ...(browser === 'firefox'
        ? {
            browser_specific_settings: {
              gecko: {
                id: GECKO_ID,
                // Firefox asks for consent to what follows from 140 on, on Android from 142; older ones get no
                // security updates any more (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/).
                strict_min_version: '142.0',
                // What leaves the browser, as docs/privacy.md tells: tokens, to Calira; and bookings with the names of
                // people, to the RSpace document into which somebody inserts them.
                data_collection_permissions: {
                  required: ['authenticationInfo', 'personallyIdentifyingInfo', 'websiteContent'],
                },
              },
            },
          }
        : { key: CHROMIUM_KEY, minimum_chrome_version: '122' }),
    };
  },
});

import { join } from 'node:path';
import type { Plugin } from 'vite';

const utils = join(import.meta.dirname, '../utils');

/** What is ours, and only as much as is used here, by what it takes the place of: 1 kB (gzip) less on every page, 3 kB less for the
 * background. */
const replacements: Record<string, string> = {
  'wxt/utils/content-script-context': join(utils, 'content-script-context.ts'),
  'wxt/utils/storage': join(utils, 'storage.ts'),
  '@wxt-dev/i18n': join(utils, 'create-i18n.ts'),
};

export const lightWxt: Plugin = {
  name: 'light-wxt',
  enforce: 'pre',
  resolveId: (id) => replacements[id] ?? null,
};

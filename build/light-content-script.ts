import { join } from 'node:path';
import type { Plugin } from 'vite';

const context = join(import.meta.dirname, '../utils/content-script-context.ts');

/** Puts what is used of WXT's context in the place of all of it. */
export const lightContentScript: Plugin = {
  name: 'light-content-script',
  enforce: 'pre',
  resolveId: (id) => (id === 'wxt/utils/content-script-context' ? context : null),
};

import type { Plugin } from 'vite';

/**
 * Takes out of Preact what serves `dangerouslySetInnerHTML`, which nobody here uses: no script of the extension can set
 * `innerHTML`, and addons-linter, which warns of it, has nothing to say.
 */
export const withoutInnerHtml: Plugin = {
  name: 'without-inner-html',
  transform(code, id) {
    if (!id.includes('/node_modules/preact/') || !code.includes('innerHTML')) return null;
    const setting = /\((\w+)\.innerHTML=\w+\.__html\)/g;
    const without = code.replaceAll(setting, '0');
    if (/\.innerHTML=[^=]/.test(without)) this.error('Preact sets innerHTML in another way now.');
    return { code: without, map: null };
  },
};

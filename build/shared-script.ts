import type { Plugin } from 'vite';
import { build } from 'vite';
import { minifyFurther } from './minify-further.ts';
import { withoutInnerHtml } from './without-inner-html.ts';

/**
 * Content scripts are no modules, pages are made of modules: what both use would be in the package twice. Preact and
 * its signals are a script of their own, which stands before either: a function that the browser skims, and compiles
 * when it is first called, so that they cost nothing on a page where nobody opens the panel.
 */
const sharedScript = 'content-scripts/shared.js';

/** What is used of each package, by the extension as a whole. */
const shared = {
  preact: ['render'],
  'preact/hooks': ['useEffect', 'useId', 'useLayoutEffect', 'useMemo', 'useRef'],
  'preact/jsx-runtime': ['Fragment', 'jsx'],
  '@preact/signals': ['batch', 'computed', 'effect', 'signal', 'untracked', 'useSignal'],
};
const names = Object.values(shared).flat();
const reader = '\0shared';

/** Has modules read from the script what they import of those packages. */
export const fromSharedScript: Plugin = {
  name: 'from-shared-script',
  enforce: 'pre',
  resolveId: (id) => (Object.hasOwn(shared, id) ? reader : null),
  // To Preact, an element with many children is like one with one.
  load: (id) =>
    id === reader ? `export const [${names.join(', ')}] = caliraShared(); export { jsx as jsxs };` : null,
  transformIndexHtml: () => [
    { tag: 'script', attrs: { src: `/${sharedScript}` }, injectTo: 'head-prepend' as const },
  ],
};

/** Makes the script. */
export const intoSharedScript: Plugin = {
  name: 'into-shared-script',
  async generateBundle() {
    const entry = 'virtual:shared';
    const imports = Object.entries(shared).map(
      ([from, all]) => `import { ${all.join(', ')} } from '${from}';`,
    );
    const source = `${imports.join('\n')}\nexport default [${names.join(', ')}];`;
    const made = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [
        {
          name: 'shared',
          resolveId: (id) => (id === entry ? id : null),
          load: (id) => (id === entry ? source : null),
        },
        withoutInnerHtml,
        minifyFurther,
      ],
      build: {
        write: false,
        rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'cjs' } },
      },
    });
    const [first] = [made].flat();
    if (!first || !('output' in first)) return this.error('Nothing was made.');
    // Ends with a number: Firefox takes no script whose value is a function.
    const code = `{const module={},make=()=>{${first.output[0].code}
};globalThis.caliraShared=()=>(module.exports||make(),module.exports)}0`;
    this.emitFile({ type: 'prebuilt-chunk', fileName: sharedScript, code });
  },
};

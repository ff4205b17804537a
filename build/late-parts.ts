import type { Plugin } from 'vite';

/**
 * A content script is one file and no module, in which bundlers run everything at once. This keeps what is loaded by
 * `import()` apart in that file: as a function, which the browser skims while the page loads and compiles when it is
 * first called.
 *
 * It takes the chunks that a CommonJS build makes, and puts a `require` before them that knows no others.
 */
export function lateParts(): Plugin {
  return {
    name: 'late-parts',
    config({ build }) {
      if (build?.lib) build.lib.formats = ['cjs'];
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const entry = chunks.find(({ isEntry }) => isEntry);
      if (!entry) return;
      const names = chunks.map(({ fileName }) => fileName.replace(/^.*\//, ''));
      const parts = chunks.map(({ code }) => `(exports,module,require)=>{${withNumbers(code, names)}\n}`);
      entry.code = `(()=>{const parts=[${parts}],made=[],require=n=>{
if(!made[n])parts[n](made[n]={},{},require);return made[n]};require(${chunks.indexOf(entry)})})();`;
      for (const chunk of chunks) if (chunk !== entry) delete bundle[chunk.fileName];
    },
  };
}

/** Has a chunk require others by their number: their file names are gone. */
function withNumbers(code: string, names: readonly string[]): string {
  return code.replace(/\brequire\((["'`])(?:\.{1,2}\/)+([^"'`]+)\1\)/g, (_, __, path: string) => {
    const number = names.indexOf(path.replace(/^.*\//, ''));
    if (number < 0) throw new Error(`A content script cannot require ${path}.`);
    return `require(${number})`;
  });
}

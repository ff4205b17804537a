import type { Plugin } from 'vite';

/**
 * A content script is one file and no module, in which bundlers run everything at once. This keeps what is loaded by
 * `import()` apart in that file: as a function, which the browser skims while the page loads and compiles when it is
 * first called. One such part may be a file of its own, which has to be there before it is imported.
 *
 * It takes the chunks that a CommonJS build makes, and gives them a `require` that knows no others. The list of parts is
 * shared between the content scripts of one page, and out of the page's reach.
 *
 * @param alone the end of the path of the module that becomes a file of its own, and that file's name.
 */
export function lateParts(alone: { module: string; file: string }): Plugin {
  return {
    name: 'late-parts',
    config({ build }) {
      if (build?.lib) build.lib.formats = ['cjs'];
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const entry = chunks.find(({ isEntry }) => isEntry);
      const apart = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(alone.module));
      if (!entry || !apart) return this.error(`The entry or ${alone.module} is no chunk.`);
      const names = chunks.map(({ fileName }) => fileName.replace(/^.*\//, ''));
      if (new Set(names).size < names.length) return this.error('Two chunks have the same name.');
      const functions = chunks.map(
        ({ code }) => `(exports,module,require)=>{${withPlainExports(withNumbers(code, names))}\n}`,
      );
      const number = chunks.indexOf(apart);
      const list = functions.map((one, at) => (at === number ? 'null' : one));
      // A part that is not there yet, or throws, is not made: who asks for it later gets it, or the same error.
      // Chunks may not need each other in a circle.
      entry.code = `(()=>{const parts=[${list}],made=[],require=n=>{
let part=made[n];if(!part){parts[n](part={},{},require);made[n]=part}return part};
globalThis.caliraParts=parts;require(${chunks.indexOf(entry)})})();`;
      // Ends with a number: Firefox takes no script whose value is a function.
      const code = `if(globalThis.caliraParts)caliraParts[${number}]=${functions[number]};0`;
      for (const chunk of chunks) if (chunk !== entry) delete bundle[chunk.fileName];
      this.emitFile({ type: 'prebuilt-chunk', fileName: alone.file, code });
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

/** Has a chunk export values instead of getters: it exports at its end, and nothing that changes later. */
function withPlainExports(code: string): string {
  const getter =
    /Object\.defineProperty\(exports,(["'`])(\w+)\1,\{enumerable:!0,get:function\(\)\{return ([^{};]+);?\}\}\)/g;
  return code.replaceAll(getter, 'exports.$2=$3');
}

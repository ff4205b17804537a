import type { Plugin } from 'vite';

/** A hash tells a browser's cache that a file has changed; an extension's files are in none, and names weigh, too. */
export const plainFileNames: Plugin = {
  name: 'plain-file-names',
  outputOptions(options) {
    const { chunkFileNames, entryFileNames, assetFileNames } = options;
    return {
      ...options,
      ...(chunkFileNames && { chunkFileNames: withoutHash(chunkFileNames) }),
      ...(entryFileNames && { entryFileNames: withoutHash(entryFileNames) }),
      ...(assetFileNames && { assetFileNames: withoutHash(assetFileNames) }),
    };
  },
};

function withoutHash<Info>(names: string | ((info: Info) => string)): string | ((info: Info) => string) {
  const plain = (name: string) => name.replace('-[hash]', '');
  return typeof names === 'string' ? plain(names) : (info) => plain(names(info));
}

/** A Vitest environment for processes that run one test file after the other: what these share ends with the last one. */
import type { Environment } from 'vitest/runtime';

declare global {
  /** What ends when the process has run its last test file. */
  var sharedByFiles: AsyncDisposableStack;
}

export default {
  name: 'shared-by-files',
  viteEnvironment: 'ssr',
  setup() {
    globalThis.sharedByFiles = new AsyncDisposableStack();
    return { teardown: () => globalThis.sharedByFiles.disposeAsync() };
  },
} satisfies Environment;

import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { QuickestFirst } from './quickest-first.ts';

/** The unit tests of one folder. `main.ts` says of which. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  plugins: [WxtVitest()],
  test: {
    include: ['*.test.ts'],
    environment: 'node',
    sequence: { sequencer: QuickestFirst },
    setupFiles: ['tests/setup/abort-signals.ts'],
    // Most of the time of a mutant would go into starting a worker for each file.
    isolate: false,
    testTimeout: 20_000,
  },
});

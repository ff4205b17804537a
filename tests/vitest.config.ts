import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { LongestFirst } from './setup/longest-first.ts';

const root = join(import.meta.dirname, '..');

/** Tests in a real browser, with a sandbox of their own: they wait more than they work, so two files share two cores. */
const inBrowser = (name: string) => ({
  root,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: join(import.meta.dirname, 'setup/shared-by-files.ts'),
    // The longest take a fifteenth of it on an idle computer.
    testTimeout: 300_000,
    // As long as Playwright waits for what it looks for.
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 300_000,
    maxWorkers: 2,
    // So that one process runs one file after the other, and they can share a browser (`shared-stage.ts`).
    isolate: false,
    // Browsers close in less; on a computer that does much else it takes longer.
    teardownTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // The few that need a document name happy-dom in their first line: the others start without one.
          environment: 'node',
          setupFiles: ['tests/setup/abort-signals.ts', 'tests/setup/fresh-extension.ts'],
          pool: 'threads',
          // To start a worker for each file would take longer than to run it.
          isolate: false,
          // A computer that does much else must not fail them.
          testTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      inBrowser('e2e'),
      // One after the other: two processes would start two Firefoxes to share.
      { ...inBrowser('firefox'), test: { ...inBrowser('firefox').test, maxWorkers: 1 } },
      { ...inBrowser('soak'), test: { ...inBrowser('soak').test, testTimeout: 1_800_000 } },
      {
        root,
        test: {
          name: 'packages',
          include: ['tests/packages/**/*.test.ts'],
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

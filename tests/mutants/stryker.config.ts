import process from 'node:process';

/** The lowest share of killed mutants, in per cent. */
export const leastKilled = 85;

/** For Stryker, which takes the default export of a file. What differs from folder to folder, `main.ts` adds. */
export default {
  testRunner: 'vitest',
  // Stryker rewrites this file by an interface that TypeScript 7 no longer has; nothing in it would have to be.
  tsconfigFile: 'tests/mutants/no-tsconfig.json',
  ignorePatterns: ['.output', 'artefacts'],
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  concurrency: Number(process.env.CONCURRENCY || 2),
  // A mutant that never ends is told by how often it runs: a busy computer must not look like one.
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 90, break: leastKilled },
};

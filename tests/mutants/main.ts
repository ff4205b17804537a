/**
 * `npm run mutants`: changes the source in many small ways, one at a time, and sees whether the unit tests notice. It ends
 * with an error where they notice too few of the changes in one of the folders.
 *
 * `INCREMENTAL=1` tries again only what has changed since the last time; paths (`npm run mutants -- utils/bookings/sort.ts`)
 * try only these files.
 */
import { basename } from 'node:path';
import process from 'node:process';
import { Stryker } from '@stryker-mutator/core';
import { leastKilled } from './stryker.config.ts';

/** Where the mutants are, and the tests that have to notice them: with all of them, a mutant would take much longer. */
const folders = [
  { source: 'utils/bookings', tests: 'tests/unit/bookings' },
  { source: 'utils/rspace/output', tests: 'tests/unit/rspace/output' },
];
const chosen = process.argv.slice(2);

async function statusesIn({ source, tests }: (typeof folders)[number], mutate: string[]) {
  const reports = `artefacts/mutants/${basename(source)}`;
  const mutants = await new Stryker({
    configFile: 'tests/mutants/stryker.config.ts',
    vitest: { configFile: 'tests/mutants/vitest.config.ts', dir: tests },
    mutate,
    tempDirName: `${reports}-sandboxes`,
    incremental: Boolean(process.env.INCREMENTAL),
    incrementalFile: `${reports}-incremental.json`,
    htmlReporter: { fileName: `${reports}.html` },
    jsonReporter: { fileName: `${reports}.json` },
  }).runMutationTest();
  return mutants.map(({ status }) => status);
}

/** Stryker counts a mutant that times out as killed, a slow computer may have it time out: here it counts as not killed. */
function tally(statuses: readonly string[]): { text: string; share: number } {
  const count = (status: string) => statuses.filter((one) => one === status).length;
  const [killed, timedOut] = [count('Killed'), count('Timeout')];
  const [survived, uncovered] = [count('Survived'), count('NoCoverage')];
  const all = killed + timedOut + survived + uncovered;
  const share = (killed * 100) / all;
  const withTimeOuts = ((killed + timedOut) * 100) / all;
  const counts = `${killed} killed, ${timedOut} timed out, ${survived} survived, ${uncovered} not covered`;
  const shares = `${share.toFixed(1)} % killed, ${withTimeOuts.toFixed(1)} % with those that timed out`;
  return { text: `${counts}; ${shares}`, share };
}

const lines: string[] = [];
for (const folder of folders) {
  const paths = chosen.filter((path) => path.startsWith(`${folder.source}/`));
  if (chosen.length > 0 && paths.length === 0) continue;
  const mutate = paths.length > 0 ? paths : [`${folder.source}/**/*.ts`];
  const { text, share } = tally(await statusesIn(folder, mutate));
  lines.push(`${folder.source}: ${text}`);
  if (share < leastKilled) {
    lines.push(`At least ${leastKilled} % have to be killed.`);
    process.exitCode = 1;
  }
}
console.log(lines.join('\n'));

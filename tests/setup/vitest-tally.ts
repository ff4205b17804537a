import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { root } from './command.ts';
import type { Tally } from './tally.ts';
import type { Terminal } from './terminal.ts';

/** The part of vitest's JSON report that is counted (https://vitest.dev/guide/reporters#json-reporter). */
const reportSchema = v.object({
  numTotalTests: v.number(),
  numPassedTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/** Counts a report. A test that was skipped has not passed; a file that could not even be loaded is one failure. */
function tallyOf(report: unknown): Tally {
  const { numTotalTests, numPassedTests, testResults } = v.parse(reportSchema, report);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + broken.length };
}

function readTally(file: string): Tally {
  try {
    return tallyOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/**
 * Runs one of vitest's projects and counts its tests; a run that fails without a failed test counts as one.
 * @param env added to this process's environment.
 */
export async function runVitest(
  project: string,
  { run }: Terminal,
  env: NodeJS.ProcessEnv = {},
): Promise<Tally> {
  const report = join(root, 'artefacts', `${project}-tests.json`);
  rmSync(report, { force: true });
  const options = [
    ...['run', '--config', 'tests/vitest.config.ts', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  const succeeded = await run('vitest', options, env);
  const tally = readTally(report);
  const ran = tally.passed + tally.failed > 0;
  return (succeeded && ran) || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

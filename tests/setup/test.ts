/** `npm test`: everything that a change has to pass. It goes on after a failure, so that one run tells them all. */
import process from 'node:process';
import type { InstallableBrowser } from './browsers.ts';
import { browsers } from './browsers.ts';
import { installBrowser } from './install-browser.ts';
import { processorSeconds } from './processor-time.ts';
import { checkWeights } from './size-budget.ts';
import type { Step } from './step.ts';
import { inTurn } from './step.ts';
import { sum, tallyOfStep } from './tally.ts';
import { aside, terminal } from './terminal.ts';
import { runVitest } from './vitest-tally.ts';
import { parts, weights } from './weights.ts';

const lintOptions = ['--source-dir=.output/firefox-mv3', '--warnings-as-errors', '--no-config-discovery'];

const command = (name: string, program: string, ...args: string[]): Step => ({
  name,
  work: async ({ run }) => tallyOfStep(await run(program, args)),
});
const inBrowser = (name: string, browser: InstallableBrowser, project: string): Step => ({
  name,
  work: async (shown) => (installBrowser(browser) ? runVitest(project, shown) : tallyOfStep(false)),
});

const ofTheSource: Step[] = [
  command('Format and lint', 'biome', 'ci', '.'),
  {
    // Before knip, which follows the project's files by what `wxt prepare` writes.
    name: 'Types',
    work: async ({ run }) => tallyOfStep((await run('wxt', ['prepare'])) && (await run('tsc', ['--noEmit']))),
  },
  command('Unused files, exports and dependencies', 'knip'),
  { name: 'Unit tests', work: (shown) => runVitest('unit', shown) },
];

const ofTheBuilds: Step[] = [
  command('Build for Chromium', 'wxt', 'build'),
  { name: 'Weight', work: async ({ say }) => checkWeights(await weights(), parts, say) },
  command('Build for Firefox', 'wxt', 'build', '--browser', 'firefox'),
  command('Firefox’s linter', 'web-ext', 'lint', ...lintOptions),
  { name: 'Packages for the stores', work: (shown) => runVitest('packages', shown, { BUILT: 'yes' }) },
  command('Build for the sandbox', 'wxt', 'build', '--mode', 'sandbox'),
  command('Build for the sandbox, for Firefox', 'wxt', 'build', '--browser', 'firefox', '--mode', 'sandbox'),
];

const inBrowsers: Step[] = [
  inBrowser('Browser tests in Chromium', browsers.chromium, 'e2e'),
  inBrowser('Browser tests in Firefox', browsers.firefox, 'firefox'),
];

/**
 * Seconds, with the browsers installed. On 1 December 2026 all of it took 1 582 s on two slow cores, installing the browsers
 * included, and was to take half of that. CONTRIBUTING.md says where what needs more can go.
 */
const processorAim = 700;

const start = performance.now();
// Most of the former and all of the latter keep one core busy: side by side, told one after the other.
const besides = aside();
const builds = inTurn(ofTheBuilds, besides);
const outcomes = await inTurn(ofTheSource, terminal);
besides.show();
outcomes.push(...(await builds), ...(await inTurn(inBrowsers, terminal)));

const { passed, failed } = sum(outcomes.map(({ tally }) => tally));
console.log('');
for (const { name, tally, seconds } of outcomes) {
  console.log(`${tally.failed > 0 ? `Failed (${tally.failed})` : 'Passed'}: ${name}, ${seconds} s`);
}
console.log(`All of it: ${Math.round((performance.now() - start) / 1000)} s`);
const used = processorSeconds();
if (used !== null) {
  const passes = used > processorAim ? `: more than the ${processorAim} s that it is to take` : '';
  console.log(`Processor time: ${Math.round(used)} s${passes}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

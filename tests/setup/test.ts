/** `npm test`: everything that a change has to pass. It goes on after a failure, so that one run tells them all. */
import process from 'node:process';
import type { InstallableBrowser } from './browsers.ts';
import { browsers } from './browsers.ts';
import { run } from './command.ts';
import { installBrowser } from './install-browser.ts';
import { checkWeights } from './size-budget.ts';
import type { Tally } from './tally.ts';
import { sum, tallyOfStep } from './tally.ts';
import { runVitest } from './vitest-tally.ts';
import { parts, weights } from './weights.ts';

const lintOptions = ['--source-dir=.output/firefox-mv3', '--warnings-as-errors', '--no-config-discovery'];
const inBrowser = (browser: InstallableBrowser, project: string) =>
  installBrowser(browser) ? runVitest(project) : tallyOfStep(false);
const command = (program: string, ...args: string[]) => tallyOfStep(run(program, args));

const steps: [name: string, work: () => Tally | Promise<Tally>][] = [
  ['Format and lint', () => command('biome', 'ci', '.')],
  // Before knip, which follows the project's files by what `wxt prepare` writes.
  ['Types', () => tallyOfStep(run('wxt', ['prepare']) && run('tsc', ['--noEmit']))],
  ['Unused files, exports and dependencies', () => command('knip')],
  ['Unit tests', () => runVitest('unit')],
  ['Build for Chromium', () => command('wxt', 'build')],
  ['Weight', async () => checkWeights(await weights(), parts)],
  ['Build for Firefox', () => command('wxt', 'build', '--browser', 'firefox')],
  ['Firefox’s linter', () => command('web-ext', 'lint', ...lintOptions)],
  ['Packages for the stores', () => runVitest('packages', { BUILT: 'yes' })],
  ['Build for the sandbox', () => command('wxt', 'build', '--mode', 'sandbox')],
  ['Browser tests in Chromium', () => inBrowser(browsers.chromium, 'e2e')],
  [
    'Build for the sandbox, for Firefox',
    () => command('wxt', 'build', '--browser', 'firefox', '--mode', 'sandbox'),
  ],
  ['Browser tests in Firefox', () => inBrowser(browsers.firefox, 'firefox')],
];

const outcomes: { name: string; tally: Tally; seconds: number }[] = [];
for (const [name, work] of steps) {
  console.log(`\n── ${name} ──\n`);
  const start = performance.now();
  const tally = await work();
  outcomes.push({ name, tally, seconds: Math.round((performance.now() - start) / 1000) });
}

const { passed, failed } = sum(outcomes.map(({ tally }) => tally));
console.log('');
for (const { name, tally, seconds } of outcomes) {
  console.log(`${tally.failed > 0 ? `Failed (${tally.failed})` : 'Passed'}: ${name}, ${seconds} s`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

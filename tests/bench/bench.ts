/**
 * `npm run bench`: how fast the extension is, beside the native pattern, in the same Chromium on the same sandbox. `RUNS=1`
 * is enough to see whether it runs; figures that anybody is told come from more.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { panelOn } from '../e2e/support/panel.ts';
import { root, run } from '../setup/command.ts';
import { prepareStage } from '../setup/stage.ts';
import { weights } from '../setup/weights.ts';
import { nativeOpening } from './baseline.ts';
import { interactions } from './interaction.ts';
import { startNativePattern } from './native-pattern.ts';
import type { Condition } from './opening.ts';
import { opening, openMeasured } from './opening.ts';
import { panelCost, unopenedPage } from './page-cost.ts';
import type { Comparison, Growth, Report } from './report.ts';
import { asMarkdown, ratioOf } from './report.ts';
import type { BenchStage } from './stage.ts';
import { latency, openBenchStage } from './stage.ts';
import { repeated } from './statistics.ts';

const runs = Number(process.env.RUNS || 5);
const many = 5_000;
const cold = { cold: true, stopped: false };
const known = { cold: false, stopped: false };
const knownStart = { cold: false, stopped: true };
/** How the panel is found, and opened, in the order of the table. */
const conditions: Record<string, Condition> = {
  'nothing known, worker running': cold,
  'nothing known, worker running, opened by keyboard': { ...cold, keyboard: true },
  'nothing known, worker stopped': { cold: true, stopped: true },
  'known from the last time, worker running': known,
  'known from the last time, worker running, opened by keyboard': { ...known, keyboard: true },
  'known from the last time, worker stopped': knownStart,
};
const parts = ['opening', 'growth', 'interaction', 'weight'] as const;
/** What to measure: all of it, unless parts are named (`npm run bench -- interaction`). */
const wanted = new Set<string>(process.argv.length > 2 ? process.argv.slice(2) : parts);

function tell(what: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${what}`);
}

async function compareOpenings(stage: BenchStage, url: string, bookings: number): Promise<Comparison> {
  stage.seed(bookings);
  tell(`native pattern, ${bookings} bookings`);
  const native = await repeated(runs, () => nativeOpening(stage, url, bookings));
  tell(`the panel, ${bookings} bookings`);
  const panel: Comparison['panel'] = {};
  for (const [what, condition] of Object.entries(conditions)) {
    const figures = await repeated(runs, () => opening(stage, bookings, condition));
    panel[what] = { ...figures, sooner: ratioOf(native.firstRows, figures.firstRows) };
  }
  return { bookings, native, panel };
}

const openListed = async (stage: BenchStage, bookings: number) => {
  const { page } = await openMeasured(stage, bookings, knownStart);
  await panelOn(page).loaded();
  return { page };
};

/** @param smaller what was measured before. */
async function grow(stage: BenchStage, bookings: number, smaller: readonly Growth[]): Promise<Growth> {
  tell(`growth, ${bookings} bookings`);
  stage.seed(bookings);
  const { firstRows, allRows } = await repeated(Math.min(runs, 3), () => opening(stage, bookings, cold));
  const again = await repeated(Math.min(runs, 3), () => opening(stage, bookings, knownStart));
  const { heap } = await repeated(Math.min(runs, 3), () =>
    panelCost(stage, () => openListed(stage, bookings)),
  );
  const tenth = smaller.find((one) => one.bookings * 10 === bookings);
  const tenfold = tenth
    ? { allRows: ratioOf(allRows, tenth.allRows), heap: ratioOf(heap, tenth.heap) }
    : null;
  return { bookings, firstRows, allRows, known: again.firstRows, heap, tenfold };
}

async function measureInteractions(stage: BenchStage): Promise<Report['interactions']> {
  tell(`interaction, ${many} bookings`);
  stage.seed(many);
  const { page } = await openMeasured(stage, many, cold);
  await panelOn(page).loaded();
  const figures = await interactions(page, runs * 2);
  await page.close();
  return figures;
}

async function measureWeight(stage: BenchStage): Promise<Report['weight']> {
  tell('what a page pays');
  stage.seed(many);
  return {
    unopenedPage: (await repeated(runs, () => unopenedPage(stage))).mainThread,
    panel: await repeated(Math.min(runs, 3), () => panelCost(stage, () => openListed(stage, many))),
    files: await weights(),
  };
}

async function measure(stage: BenchStage): Promise<Report> {
  await using native = await startNativePattern(stage.sandbox, stage.nativeToken);
  const openings = [];
  for (const bookings of wanted.has('opening') ? [100, 1_000] : [])
    openings.push(await compareOpenings(stage, native.url, bookings));
  const growth: Growth[] = [];
  for (const bookings of wanted.has('growth') ? [20, 100, 500, 1_000, 5_000, 20_000] : [])
    growth.push(await grow(stage, bookings, growth));
  return {
    at: new Date().toISOString(),
    machine: `${availableParallelism()} cores, Node ${process.versions.node}`,
    browser: `Chromium ${stage.chromium.context.browser()?.version() ?? ''}`.trim(),
    latency,
    runs,
    openings,
    growth,
    interactions: wanted.has('interaction') ? await measureInteractions(stage) : {},
    weight: wanted.has('weight') ? await measureWeight(stage) : null,
  };
}

if (run('wxt', ['build']) && prepareStage()) {
  await using stage = await openBenchStage();
  const report = await measure(stage);
  const folder = join(root, 'artefacts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, 'bench.md'), `${asMarkdown(report)}\n`);
  console.log(`\n${asMarkdown(report)}\n\nThe same as JSON: artefacts/bench.json`);
} else {
  process.exitCode = 1;
}

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
import { opening, openMeasured } from './opening.ts';
import { panelCost, unopenedPage } from './page-cost.ts';
import type { Growth, Opening, Report } from './report.ts';
import { asMarkdown } from './report.ts';
import type { BenchStage } from './stage.ts';
import { latency, openBenchStage } from './stage.ts';
import { repeated } from './statistics.ts';

const runs = Number(process.env.RUNS || 5);
const many = 5_000;
const cold = { cold: true, stopped: false };
const coldStart = { cold: true, stopped: true };
const known = { cold: false, stopped: true };

function tell(what: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${what}`);
}

async function compareOpenings(stage: BenchStage, url: string, bookings: number): Promise<Opening> {
  stage.seed(bookings);
  tell(`native pattern, ${bookings} bookings`);
  const native = await repeated(runs, () => nativeOpening(stage, url, bookings));
  tell(`the panel, ${bookings} bookings`);
  return {
    bookings,
    native,
    cold: await repeated(runs, () => opening(stage, bookings, cold)),
    coldStart: await repeated(runs, () => opening(stage, bookings, coldStart)),
    known: await repeated(runs, () => opening(stage, bookings, known)),
  };
}

const openListed = async (stage: BenchStage, bookings: number) => {
  const { page } = await openMeasured(stage, bookings, known);
  await panelOn(page).loaded();
  return { page };
};

async function grow(stage: BenchStage, bookings: number): Promise<Growth> {
  tell(`growth, ${bookings} bookings`);
  stage.seed(bookings);
  const { firstRows, allRows } = await repeated(Math.min(runs, 3), () => opening(stage, bookings, cold));
  const again = await repeated(Math.min(runs, 3), () => opening(stage, bookings, known));
  const { heap } = await repeated(Math.min(runs, 3), () =>
    panelCost(stage, () => openListed(stage, bookings)),
  );
  return { bookings, firstRows, allRows, known: again.firstRows, heap };
}

async function measureAll(stage: BenchStage): Promise<Report> {
  await using native = await startNativePattern(stage.sandbox, stage.nativeToken);
  const openings = [];
  for (const bookings of [100, 1_000]) openings.push(await compareOpenings(stage, native.url, bookings));
  const growth = [];
  for (const bookings of [20, 100, 500, 1_000, 5_000, 20_000]) growth.push(await grow(stage, bookings));

  tell(`interaction, ${many} bookings`);
  stage.seed(many);
  const { page } = await openMeasured(stage, many, cold);
  await panelOn(page).loaded();
  const interaction = await interactions(page, runs * 2);
  await page.close();
  tell('what a page pays');
  return {
    at: new Date().toISOString(),
    machine: `${availableParallelism()} cores, Node ${process.versions.node}`,
    browser: `Chromium ${stage.chromium.context.browser()?.version() ?? ''}`.trim(),
    latency,
    runs,
    openings,
    growth,
    interactions: interaction,
    unopenedPage: (await repeated(runs, () => unopenedPage(stage))).mainThread,
    panel: await repeated(Math.min(runs, 3), () => panelCost(stage, () => openListed(stage, many))),
    weights: weights(),
  };
}

if (run('wxt', ['zip']) && prepareStage()) {
  await using stage = await openBenchStage();
  const report = await measureAll(stage);
  const folder = join(root, 'artefacts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, 'bench.md'), `${asMarkdown(report)}\n`);
  console.log(`\n${asMarkdown(report)}\n\nThe same as JSON: artefacts/bench.json`);
} else {
  process.exitCode = 1;
}

/**
 * `npm start`: the extension at work in a sandbox of Calira and RSpace. With a display, for a person to try; without one,
 * the main job is done by itself and its result printed. `SEED=2 npm start` shows other bookings.
 */
import process from 'node:process';
import { hasDisplay } from './display.ts';
import { doMainJob } from './main-job.ts';
import { readyToTry } from './ready-to-try.ts';
import type { Stage } from './stage.ts';
import { openStage, prepareStage } from './stage.ts';
import { createStepLog } from './step-log.ts';

async function showMainJob(stage: Stage): Promise<void> {
  console.log('\nThere is no display, so the main job is done here:\n');
  const log = await createStepLog('main-job');
  const stored = await doMainJob(stage, log).finally(() => {
    console.log(`\nA picture of every step is in ${log.folder}/`);
  });
  const tables = stored.match(/<table[^>]*data-tablesource="clustermarket".*?<\/table>/gs) ?? [];
  if (tables.length === 0) throw new Error('The stored document has no table of bookings.');
  console.log(`\nStored in the document, after loading it again:\n\n${tables.join('\n\n')}`);
}

if (prepareStage()) {
  const headless = !hasDisplay();
  await using stage = await openStage({ headless });
  await (headless ? showMainJob(stage) : readyToTry(stage));
} else {
  process.exitCode = 1;
}

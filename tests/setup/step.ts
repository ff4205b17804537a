import type { Tally } from './tally.ts';
import type { Terminal } from './terminal.ts';

/** A part of `npm test`. */
export interface Step {
  name: string;
  work(terminal: Terminal): Promise<Tally>;
}

/** What has become of it, and how long it took (seconds). */
export interface Outcome {
  name: string;
  tally: Tally;
  seconds: number;
}

/** Does one step after another, also after one that has failed. */
export async function inTurn(steps: readonly Step[], terminal: Terminal): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, work } of steps) {
    terminal.say(`\n── ${name} ──\n`);
    const start = performance.now();
    const tally = await work(terminal);
    outcomes.push({ name, tally, seconds: Math.round((performance.now() - start) / 1000) });
  }
  return outcomes;
}
